using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Initiatives;

/// <summary>Writes the rows that hang on an initiative: only what changed, so that the audit tells no more than happened.</summary>
internal static class InitiativeParts
{
    public static void Write(MoothallDb db, Initiative initiative, InitiativeInput input)
    {
        var id = initiative.Id;
        Keep(
            db,
            initiative.Partners,
            input.Partners.Where(one => one != input.LeadId),
            one => one.OrganisationId,
            one => new() { InitiativeId = id, OrganisationId = one }
        );
        Keep(
            db,
            initiative.Priorities,
            input.Priorities,
            one => one.PriorityId,
            one => new() { InitiativeId = id, PriorityId = one }
        );
        Keep(
            db,
            initiative.Actions,
            input.Actions,
            one => one.PlanActionId,
            one => new() { InitiativeId = id, PlanActionId = one }
        );
        Keep(
            db,
            initiative.Funders,
            input
                .Funders.Where(one => !one.IsEmpty)
                .Select((one, index) => (index + 1, one.Name, FigureText.ReadPence(one.Amount))),
            one => (one.Order, one.Name, one.Pence),
            one =>
                new()
                {
                    InitiativeId = id,
                    Order = one.Item1,
                    Name = one.Name,
                    Pence = one.Item3,
                }
        );
    }

    private static void Keep<TRow, TKey>(
        MoothallDb db,
        List<TRow> rows,
        IEnumerable<TKey> wanted,
        Func<TRow, TKey> keyOf,
        Func<TKey, TRow> make
    )
        where TRow : Record
    {
        var left = wanted.ToHashSet();
        foreach (var row in rows.Where(row => !left.Remove(keyOf(row))).ToList())
        {
            rows.Remove(row);
            db.Remove(row);
        }

        foreach (var row in left.Select(make).ToList())
        {
            rows.Add(row);
            db.Add(row);
        }
    }
}
