using Microsoft.AspNetCore.Mvc;
using Moothall.Features.CommunitySafetyHub.Meetings;

namespace Moothall.Features.CommunitySafetyHub.WriteUps;

/// <summary>What every button of the paper saves.</summary>
public sealed partial class IndexModel
{
    // One form holds the whole paper, so that no button loses what is typed beside another.
    private async Task<IActionResult?> SaveAsync(Guid id)
    {
        var acts = !string.IsNullOrWhiteSpace(Act.Text) || Act.OwnerMembershipId is not null;
        if (!acts)
        {
            Leave(nameof(Act));
        }

        if (await BeginAsync(id) is { } stop)
        {
            return stop;
        }

        if (Rows.Exists(row => Items.All(item => item.Id != row.Id)))
        {
            return NotFound();
        }

        var problems = new List<string?>();
        foreach (var row in People.Rows.Where(row => row.State is not null))
        {
            problems.Add(await writing.PersonAsync(Meeting, row, People.Witness, Now));
        }

        foreach (var row in Rows)
        {
            problems.Add(
                await writing.ItemAsync(Meeting, Items.Single(item => item.Id == row.Id), row)
            );
        }

        Say([.. problems.OfType<string>()]);
        if (ModelState.IsValid)
        {
            await db.SaveChangesAsync();
            Rows = [];
            People.Rows = [];
        }

        if (ModelState.IsValid && acts)
        {
            await ActAsync();
        }

        return ModelState.IsValid ? null : await DoneAsync(id, "");
    }

    private async Task ActAsync()
    {
        var under = Items.FirstOrDefault(one => one.Id == Item);
        if (Item is not null && under is null)
        {
            ModelState.AddModelError("", "That item is not on this agenda.");
            return;
        }

        // Whether an owner was there decides whether the action awaits acceptance.
        if (!Meeting.Register.Exists(entry => entry.State == AttendanceState.Present))
        {
            ModelState.AddModelError("", "Write down who came before the actions.");
            return;
        }

        var recorded = await actions.RecordAsync(
            Meeting,
            under,
            Act,
            Meeting.StartsAt,
            onPaper: true
        );
        if (recorded.Problem is { } problem)
        {
            ModelState.AddModelError("", problem);
        }
    }

    // A part that nobody filled in yet is not asked for.
    private void Leave(string part)
    {
        foreach (
            var key in ModelState
                .Keys.Where(key => key.StartsWith($"{part}.", StringComparison.OrdinalIgnoreCase))
                .ToList()
        )
        {
            ModelState.Remove(key);
        }
    }
}
