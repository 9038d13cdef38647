namespace Moothall.Features.CommunitySafetyHub.WriteUps;

/// <summary>Where on the page the rows of the paper stand, and what was typed into them.</summary>
public sealed partial class IndexModel
{
    // What the page shows stands in the order of its rows: what was typed, or else what is recorded.
    private void Arrange()
    {
        People.Rows = [.. Sheet.Select(one => one.Typed)];
        Rows = [.. Items.Select(item => Rows.Find(row => row.Id == item.Id) ?? ItemRow.Of(item))];
        Open =
        [
            .. Standing.Select(line =>
                Open.Find(row => row.Id == line.Action.Id) ?? new() { Id = line.Action.Id }
            ),
        ];
        Follow("People.Rows", nameof(PersonRow.Who), [.. People.Rows.Select(row => row.Who)]);
        Follow("Rows", nameof(ItemRow.Id), [.. Rows.Select(row => $"{row.Id}")]);
        Follow("Open", nameof(OpenActionRow.Id), [.. Open.Select(row => $"{row.Id}")]);
    }

    // A line may have come or gone since the page was shown: what was typed into a row goes where that row stands now.
    private void Follow(string list, string key, List<string> rows)
    {
        // An entry forgets its values once it is removed, so they are copied.
        var typed = ModelState
            .Where(one =>
                one.Key.StartsWith($"{list}[", StringComparison.Ordinal)
                && one.Key.Contains("].", StringComparison.Ordinal)
            )
            .Select(one =>
            {
                var end = one.Key.IndexOf("].", StringComparison.Ordinal) + 2;
                return new
                {
                    Row = one.Key[..end],
                    Field = one.Key[end..],
                    Raw = one.Value!.RawValue,
                    Attempted = one.Value.AttemptedValue,
                    Errors = one.Value.Errors.Select(error => error.ErrorMessage).ToList(),
                };
            })
            .ToList();
        var places = typed
            .Where(one => one.Field == key)
            .ToDictionary(one => one.Row, one => rows.IndexOf(one.Attempted ?? ""));
        var moved = typed.FindAll(one =>
            places.TryGetValue(one.Row, out var now) && one.Row != $"{list}[{now}]."
        );
        moved.ForEach(one => ModelState.Remove(one.Row + one.Field));
        foreach (var one in moved.Where(one => places[one.Row] >= 0))
        {
            var place = $"{list}[{places[one.Row]}].{one.Field}";
            ModelState.SetModelValue(place, one.Raw, one.Attempted);
            one.Errors.ForEach(error => ModelState.AddModelError(place, error));
        }
    }

    // The control of a row is found by where the row stands on the page now.
    private string KeyOf(PaperProblem problem)
    {
        string? In(string list, int row) => row < 0 ? null : $"{list}[{row}].{problem.Field}";
        return problem.Row.Length == 0
            ? problem.Field
            : In("People.Rows", People.Rows.FindIndex(row => row.Who == problem.Row))
                ?? In("Rows", Rows.FindIndex(row => $"{row.Id}" == problem.Row))
                ?? In("Open", Open.FindIndex(row => $"{row.Id}" == problem.Row))
                ?? "";
    }

    // The rows show what they hold now, with another person's words joined in, and not what was sent.
    private void ForgetRows()
    {
        foreach (
            var key in ModelState
                .Keys.Where(key =>
                    key.Contains("Rows[", StringComparison.Ordinal)
                    || key.StartsWith("Open[", StringComparison.Ordinal)
                )
                .ToList()
        )
        {
            ModelState.Remove(key);
        }
    }

    // A part that nobody filled in yet is not asked for.
    private void Leave(string part)
    {
        foreach (
            var key in ModelState
                .Keys.Where(key =>
                    key.Equals(part, StringComparison.OrdinalIgnoreCase)
                    || key.StartsWith($"{part}.", StringComparison.OrdinalIgnoreCase)
                )
                .ToList()
        )
        {
            ModelState.Remove(key);
        }
    }
}
