using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>What the team may change in a section.</summary>
public sealed class SectionDetails
{
    [Field("Heading", Required = "Enter a heading", Limit = 300)]
    public string Heading { get; set; } = "";

    [Field(
        "Text",
        Required = "Enter the text",
        Hint = "Initials only. An empty line begins a new paragraph. Lines that begin with | are rows of a table, lines that begin with - are points.",
        Rows = 22,
        Limit = 100_000
    )]
    public string Text { get; set; } = "";
}

/// <summary>Corrects one section of the draft; two people's texts are never lost (lost update).</summary>
[Access(Permission.WriteMinutes)]
public sealed class SectionModel(MoothallDb db, HubViewers viewers, MinutesEditing editing)
    : PageModel
{
    public Minutes Minutes { get; private set; } = null!;
    public MinutesSection Section { get; private set; } = null!;

    [BindProperty]
    public SectionDetails Input { get; set; } = new();

    /// <summary>The version of the section that the person saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid meetingId, Guid sectionId)
    {
        if (!await FindAsync(meetingId, sectionId))
        {
            return NotFound();
        }

        if (Minutes.Status == MinutesStatus.Released)
        {
            return Frozen();
        }

        Input = new() { Heading = Section.Heading, Text = Section.Text };
        Version = Section.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid meetingId, Guid sectionId)
    {
        if (!await FindAsync(meetingId, sectionId))
        {
            return NotFound();
        }

        if (Minutes.Status == MinutesStatus.Released)
        {
            return Frozen();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var voids = Minutes.Standing.Count > 0;
        var problem = await editing.SaveAsync(
            meetingId,
            [new(sectionId, Input.Heading, _ => Input.Text, Version)]
        );
        if (problem is not null)
        {
            ModelState.AddModelError("", problem);
            return Page();
        }

        await FindAsync(meetingId, sectionId);
        TempData["Notice"] =
            voids && Minutes.Standing.Count == 0
                ? "Saved. The signature under the old text no longer counts."
                : "Saved.";
        return LocalRedirect($"/Minutes/{meetingId}/Edit");
    }

    private StatusCodeResult Frozen()
    {
        Refusal.Because(HttpContext, Minutes.FrozenBecause);
        return StatusCode(StatusCodes.Status403Forbidden);
    }

    private async Task<bool> FindAsync(Guid meetingId, Guid sectionId)
    {
        var viewer = await viewers.CurrentAsync();
        if (await db.FindMinutesAsync(meetingId, viewer) is not { } minutes)
        {
            return false;
        }

        var mine = await db.SectionsForAsync(minutes, viewer);
        Minutes = minutes;
        Section = mine.FirstOrDefault(section => section.Id == sectionId)!;
        return Section is not null;
    }
}
