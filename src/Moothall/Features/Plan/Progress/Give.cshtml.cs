using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Measures;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Progress;

/// <summary>Where owners say how their actions stand: all of them on one page, those that are asked for first.</summary>
[Access(Permission.GiveProgress)]
public sealed class GiveModel(MoothallDb db, CurrentUser user, TimeProvider clock) : PageModel
{
    /// <summary>An action, how it stands, and its answer's place on the form.</summary>
    public sealed record Line(
        PartnershipPlan Plan,
        PlanAction Action,
        ActionStanding Standing,
        ActionStanding Updated,
        PlanActionAgency? Agency
    );

    /// <summary>One action of the team's choice; nothing for those that one answers for.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Action { get; set; }

    [BindProperty]
    public List<ProgressAnswer> Answers { get; set; } = [];

    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public DateOnly Today { get; } = UkTime.Today(clock);

    /// <summary>Whether the last update of an answer's action came after its form was opened.</summary>
    public bool IsNew(int index) =>
        Latest(Lines[index]) is { } latest
        && HttpContext.Request.Method == HttpMethods.Post
        && latest.Id != Answers[index].After;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Answers = [.. Lines.Select(one => ProgressAnswer.For(one.Action.Id, one.Action.Measures))];
        return Page();
    }

    /// <summary>Keeps the answers that were given; where one of them is not whole, none, so that nothing is half told.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        var lines = Lines.ToDictionary(one => one.Action.Id);
        // An action may have gone to another agency while the page was open.
        var gone = Answers.RemoveAll(answer => !lines.ContainsKey(answer.ActionId));
        if (gone > 0)
        {
            ModelState.Clear();
            ModelState.AddModelError("", "An action on this page is no longer yours to report on.");
        }

        for (var index = 0; index < Answers.Count; index++)
        {
            foreach (
                var (field, problem) in Answers[index]
                    .Problems(lines[Answers[index].ActionId].Updated, Today)
            )
            {
                ModelState.AddModelError($"Answers[{index}].{field}", problem);
            }

            if (SaidSince(Answers[index], lines[Answers[index].ActionId]) is { } since)
            {
                ModelState.AddModelError($"Answers[{index}].{nameof(ProgressAnswer.Text)}", since);
            }
        }

        var given = Answers.Where(answer => answer.IsGiven).ToList();
        if (given.Count == 0 && ModelState.IsValid)
        {
            ModelState.AddModelError("", "Nothing was answered. Fill in at least one action.");
        }

        if (!ModelState.IsValid)
        {
            Lines = [.. Answers.Select(answer => lines[answer.ActionId])];
            return Page();
        }

        foreach (var answer in given)
        {
            Keep(answer, lines[answer.ActionId]);
        }

        await db.SaveChangesAsync(cancel);
        TempData["Notice"] =
            given.Count == 1
                ? "Your update is saved."
                : $"Your updates to {given.Count} actions are saved.";
        return Redirect(Action is { } one ? $"/Plan/Actions/{one}" : "/Plan/Progress");
    }

    // Two people of an agency, or one who went back to a page that was sent: an update is never changed, so it is said before.
    private static string? SaidSince(ProgressAnswer answer, Line line)
    {
        if (!answer.IsGiven || Latest(line) is not { } latest || latest.Id == answer.After)
        {
            return null;
        }

        var when = $"{latest.ByName}, {UkTime.Long(latest.At)}";
        return latest.Text == answer.Text && latest.Rating == answer.Rating
            ? $"This was given already ({when}). Save again only if it is to stand there twice."
            : $"Another update was given since you opened this page ({when}). It is shown above. Save again if yours still holds.";
    }

    private static ActionProgress? Latest(Line line) => line.Action.Progress.FirstOrDefault();

    private void Keep(ProgressAnswer answer, Line line)
    {
        var differs = answer.Rating != line.Updated.Rating && answer.Rating != ProgressRating.Blue;
        db.Add(
            new ActionProgress
            {
                PlanActionId = answer.ActionId,
                At = clock.GetUtcNow().UtcDateTime,
                ByName = user.Name,
                ByUserId = user.Id,
                ForAgency = line.Agency?.Words ?? "",
                Text = answer.Text,
                Rating = answer.Rating,
                Computed = line.Updated.Rating,
                Difference = differs ? answer.Difference : "",
                Evidence = answer.Evidence,
            }
        );
        var measures = line.Action.Measures.Select(one => one.Id).ToHashSet();
        foreach (
            var reading in answer.Readings.Where(one =>
                one.Figure is not null && measures.Contains(one.MeasureId)
            )
        )
        {
            db.Add(
                new MeasureReading
                {
                    MeasureId = reading.MeasureId,
                    Details = new() { Figure = reading.Figure, On = reading.On },
                    ByName = user.Name,
                }
            );
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var mine = await ProgressDuty.OrganisationsAsync(db, user, Today, cancel);
        var actions = await ProgressDuty.ActionsAsync(
            db,
            Action is null || !user.May(Permission.ManagePlan) ? mine : null,
            Action,
            cancel
        );
        Lines =
        [
            .. actions
                .Select(one => new Line(
                    one.Plan,
                    one.Action,
                    ActionStanding.Of(one.Plan, one.Action, Today)!,
                    ActionStanding.Updated(one.Plan, one.Action, Today)!,
                    ProgressDuty.AgencyOf(one.Action, mine)
                ))
                .OrderByDescending(one => one.Standing.IsLate(Today))
                .ThenByDescending(one => one.Standing.Owes)
                .ThenBy(one => one.Plan.Details.Title)
                .ThenBy(one => one.Action.Number),
        ];
        return Action is null || Lines.Count > 0;
    }
}
