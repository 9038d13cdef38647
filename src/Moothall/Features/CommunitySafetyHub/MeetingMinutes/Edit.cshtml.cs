using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>Where the team corrects the draft and settles the names that still stand in it (settled 12).</summary>
[Access(Permission.WriteMinutes)]
public sealed class EditModel(
    MoothallDb db,
    HubViewers viewers,
    MinutesEditing editing,
    MinutesSigning signing
) : PageModel
{
    private const int LongestReason = 300;

    public Minutes Minutes { get; private set; } = null!;
    public IReadOnlyList<MinutesSection> Sections { get; private set; } = [];

    /// <summary>Names still standing in sections this person sees.</summary>
    public IReadOnlyList<NameFinding> Names { get; private set; } = [];

    /// <summary>How many stand in sections closed to them, for somebody else to settle.</summary>
    public int NamesElsewhere { get; private set; }

    /// <summary>Who can sign as things stand, where that stands in the way.</summary>
    public string? Warning { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid meetingId)
    {
        if (!await FindAsync(meetingId))
        {
            return NotFound();
        }

        return Minutes.Status == MinutesStatus.Released ? Frozen() : await ShowAsync();
    }

    /// <summary>Replaces one name by initials.</summary>
    public Task<IActionResult> OnPostReplaceAsync(
        Guid meetingId,
        Guid sectionId,
        int start,
        string? words
    ) =>
        ReplaceAsync(
            meetingId,
            name =>
                name.Section.Id == sectionId
                && name.Occurrence.Start == start
                && name.Occurrence.Words == words
        );

    /// <summary>Replaces every name that can be nothing but a name.</summary>
    public Task<IActionResult> OnPostReplaceAllAsync(Guid meetingId) =>
        ReplaceAsync(meetingId, name => !name.Occurrence.OrdinaryWord);

    /// <summary>Keeps a name in one section, with the reason.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(
        Guid meetingId,
        Guid sectionId,
        string? words,
        string? why
    )
    {
        if (!await FindAsync(meetingId))
        {
            return NotFound();
        }

        if (Minutes.Status == MinutesStatus.Released)
        {
            return Frozen();
        }

        await ShowAsync();
        if (
            !Names.Any(name => name.Section.Id == sectionId && name.Occurrence.Words == words)
            || words is null
        )
        {
            return Again("That name no longer stands there. Look at the list again.");
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            return Again($"Say why “{words}” stays in the minutes");
        }

        if (
            why.Length > LongestReason
            || UnseenCharacters.Problem(why, "The reason", manyLines: false) is not null
        )
        {
            return Again($"The reason must be one line of {LongestReason} characters or fewer");
        }

        db.Add(
            new NameAccepted
            {
                MinutesId = Minutes.Id,
                SectionId = sectionId,
                Word = words,
                Why = why,
                ByName = (await viewers.CurrentAsync()).Name,
            }
        );
        await db.SaveChangesAsync();
        TempData["Notice"] = $"“{words}” stays, with your reason.";
        return LocalRedirect($"/Minutes/{meetingId}/Edit");
    }

    private async Task<IActionResult> ReplaceAsync(Guid meetingId, Predicate<NameFinding> wanted)
    {
        if (!await FindAsync(meetingId))
        {
            return NotFound();
        }

        if (Minutes.Status == MinutesStatus.Released)
        {
            return Frozen();
        }

        await ShowAsync();
        var chosen = Names.Where(name => wanted(name)).ToList();
        if (chosen.Count == 0)
        {
            return Again(
                "The text has changed since it was checked for names. Look at the list again."
            );
        }

        var problem = await editing.SaveAsync(
            meetingId,
            [
                .. chosen
                    .GroupBy(name => name.Section)
                    .Select(names => new MinutesEditing.Correction(
                        names.Key.Id,
                        InitialsCheck
                            .Replace(
                                MinutesNames.HeadingOf(names.Key),
                                names.Select(name => name.Occurrence)
                            )
                            .Text,
                        text => Replaced(names.Key, text, names),
                        names.Key.Version
                    )),
            ]
        );
        if (problem is not null)
        {
            return Again(problem);
        }

        TempData["Notice"] =
            chosen.Count == 1
                ? "One name was replaced by initials."
                : $"{chosen.Count} names were replaced by initials.";
        return LocalRedirect($"/Minutes/{meetingId}/Edit");
    }

    private static string Replaced(
        MinutesSection section,
        string text,
        IEnumerable<NameFinding> names
    ) =>
        InitialsCheck
            .Replace(new(section.Id.ToString(), text), names.Select(name => name.Occurrence))
            .Text;

    private PageResult Again(string problem)
    {
        ModelState.AddModelError("", problem);
        return Page();
    }

    private StatusCodeResult Frozen()
    {
        Refusal.Because(HttpContext, Minutes.FrozenBecause);
        return StatusCode(StatusCodes.Status403Forbidden);
    }

    private async Task<bool> FindAsync(Guid meetingId)
    {
        var found = await db.FindMinutesAsync(meetingId, await viewers.CurrentAsync());
        Minutes = found!;
        return found is not null;
    }

    private async Task<PageResult> ShowAsync()
    {
        Sections = await db.SectionsForAsync(Minutes, await viewers.CurrentAsync());
        var all = await MinutesNames.UnresolvedAsync(db, Minutes);
        Names = [.. all.Where(name => Sections.Contains(name.Section))];
        NamesElsewhere = all.Count - Names.Count;
        Warning = await signing.WarningAsync(Minutes);
        return Page();
    }
}
