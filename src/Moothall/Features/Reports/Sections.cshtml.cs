using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Moothall.Features.Reports.Contents;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Reports;

/// <summary>Adds a section to a draft, changes it, has it made anew, moves it or takes it out.</summary>
[Access(Permission.KeepReports)]
public sealed class SectionsModel(MoothallDb db, Masthead masthead, TimeProvider clock) : PageModel
{
    /// <summary>Where a new section goes.</summary>
    public sealed class PlaceInput
    {
        [Field("It stands after")]
        public Guid? After { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? SectionId { get; set; }

    [BindProperty]
    public ReportSectionDetails Details { get; set; } = new();

    [BindProperty]
    public PlaceInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public ReportTable? Table { get; private set; }
    public string Prompt { get; private set; } = "";

    /// <summary>What the records make of it today; nothing for a section that people added.</summary>
    public SectionDraft? Today { get; private set; }
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    private Report report = null!;
    private ReportSection? section;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (section is not null)
        {
            (Details, Version) = (section.Details, section.Version);
        }
        else
        {
            Input.After = ReportPaper.InOrder(report).LastOrDefault()?.Id;
        }

        return Page();
    }

    /// <summary>Saves what was written.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (
            section is null
            && Input.After is { } after
            && report.Sections.TrueForAll(one => one.Id != after)
        )
        {
            ModelState.AddModelError("Input.After", "Choose a section from the list.");
        }

        return ModelState.IsValid
            ? await KeepAsync(
                () =>
                {
                    if (section is null)
                    {
                        section = new()
                        {
                            ReportId = Id,
                            Order = 0,
                            Details = Details,
                        };
                        db.Add(section);
                        Number(Input.After);
                    }

                    section.Details = Details;
                },
                cancel
            )
            : Page();
    }

    /// <summary>Puts what the records say today in place of what stands in it.</summary>
    public Task<IActionResult> OnPostRenewAsync(CancellationToken cancel) =>
        ChangeAsync(
            one =>
            {
                if (Today is { } today)
                {
                    (one.Details.Heading, one.Details.Text, one.Table) = (
                        today.Heading,
                        today.Text,
                        today.Table
                    );
                }
            },
            cancel
        );

    /// <summary>Takes its table out.</summary>
    public Task<IActionResult> OnPostDropTableAsync(CancellationToken cancel) =>
        ChangeAsync(one => one.Table = null, cancel);

    /// <summary>Moves it one place up.</summary>
    public Task<IActionResult> OnPostUpAsync(CancellationToken cancel) =>
        ChangeAsync(one => Move(one, -1), cancel);

    /// <summary>Moves it one place down.</summary>
    public Task<IActionResult> OnPostDownAsync(CancellationToken cancel) =>
        ChangeAsync(one => Move(one, 1), cancel);

    /// <summary>Takes it out of the report.</summary>
    public Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel) =>
        ChangeAsync(one => db.Remove(one), cancel);

    private async Task<IActionResult> ChangeAsync(
        Action<ReportSection> change,
        CancellationToken cancel
    )
    {
        // Only the button was sent, not the form beside it.
        ModelState.Clear();
        if (!await FindAsync(cancel) || section is not { } one)
        {
            return NotFound();
        }

        Details = one.Details;
        return await KeepAsync(() => change(one), cancel);
    }

    private async Task<IActionResult> KeepAsync(Action change, CancellationToken cancel)
    {
        if (section is not null)
        {
            db.Expect(section, Version);
        }

        if (report.Change() is { } problem)
        {
            ModelState.AddModelError("", problem);
            return Page();
        }

        change();
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The report is saved.";
        return Redirect($"/Reports/{Id}#s{section!.Order}");
    }

    private void Move(ReportSection one, int by)
    {
        var sections = ReportPaper.InOrder(report).ToList();
        var at = sections.IndexOf(one);
        if (at + by >= 0 && at + by < sections.Count)
        {
            (one.Order, sections[at + by].Order) = (sections[at + by].Order, one.Order);
        }
    }

    // Counts the places anew, the new section after the one that was chosen.
    private void Number(Guid? after)
    {
        var sections = ReportPaper.InOrder(report).Where(one => one.Id != section!.Id).ToList();
        sections.Insert(sections.FindIndex(one => one.Id == after) + 1, section!);
        for (var at = 0; at < sections.Count; at++)
        {
            sections[at].Order = at + 1;
        }
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await ReportDesk.TakeAsync(db, Id, cancel) is not { } found)
        {
            return false;
        }

        report = found;
        section = report.Sections.Find(one => one.Id == SectionId);
        if (report.IssuedAt is not null && HttpMethods.IsGet(Request.Method))
        {
            return false;
        }

        Places =
        [
            .. ReportPaper
                .InOrder(report)
                .Select(one => new SelectListItem(one.Details.Heading, one.Id.ToString())),
        ];
        (Table, Prompt) = (section?.Table, section?.Prompt ?? "");
        if (section is { Source.Length: > 0 })
        {
            var facts = await ReportFacts.LoadAsync(
                db,
                masthead.Name,
                report,
                UkTime.Today(clock),
                cancel
            );
            Today = ReportWriter
                .Write(report.Kind, facts)
                .FirstOrDefault(one => one.Source == section.Source);
        }

        return SectionId is null || section is not null;
    }
}
