using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Calendar;

/// <summary>Adds an entry of the calendar or changes one.</summary>
[Access(Permission.KeepCalendar)]
public sealed class EditModel(MoothallDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public OccasionDetails Details { get; set; } = new();

    /// <summary>Who leads it.</summary>
    [BindProperty]
    [Field("Lead organisation", Hint = "Leave empty where nobody here does.")]
    public Guid? LeadId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>What the type may be; statutory dates come from the legal numbers.</summary>
    public static IReadOnlyList<SelectListItem> Types { get; } =
    [
        .. DisplayNames
            .Choices<OccasionType>()
            .Where(one => one.Value != nameof(OccasionType.StatutoryDate)),
    ];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } occasion)
        {
            return NotFound();
        }

        (Details, LeadId, Version) = (occasion.Details, occasion.LeadId, occasion.Version);
        await ListAsync(cancel);
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } occasion)
        {
            return NotFound();
        }

        await ListAsync(cancel);
        if (LeadId is { } lead && Organisations.All(one => one.Value != lead.ToString()))
        {
            ModelState.AddModelError(nameof(LeadId), "Choose an organisation from the list.");
        }

        if (Details.Type == OccasionType.StatutoryDate)
        {
            ModelState.AddModelError("Details.Type", "Choose one of the answers offered.");
        }

        foreach (var (field, problem) in Details.Problems())
        {
            ModelState.AddModelError($"Details.{field}", problem);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Id is null)
        {
            db.Add(occasion);
        }
        else
        {
            db.Expect(occasion, Version);
        }

        (occasion.Details, occasion.LeadId) = (Details, LeadId);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The entry is saved.";
        return Redirect($"/Calendar/{occasion.Id}");
    }

    private async Task<CalendarOccasion?> FindAsync(CancellationToken cancel) =>
        Id is { } id
            ? await db.Set<CalendarOccasion>().SingleOrDefaultAsync(one => one.Id == id, cancel)
            : new() { Details = Details };

    private async Task ListAsync(CancellationToken cancel) =>
        Organisations = await db.Set<Organisation>()
            .OrderBy(one => one.Name)
            .Select(one => new Choice(one.Name, one.Id))
            .ToItemsAsync(cancel);
}
