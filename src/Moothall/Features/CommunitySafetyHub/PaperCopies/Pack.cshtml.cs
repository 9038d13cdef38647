using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.PaperCopies;

/// <summary>
/// The pack for a meeting without a network. Each one made is a numbered copy of whoever made it, out until it is ticked back
/// in, and holds what that person may see and no more.
/// </summary>
[Access(Permission.RunMeeting)]
public sealed class PackModel(
    MoothallDb db,
    HubViewers viewers,
    ProtectedText kept,
    PdfPrinter printer,
    TimeProvider clock
) : PageModel
{
    public HubMeeting Meeting { get; private set; } = null!;
    public HubViewer Viewer { get; private set; } = null!;

    /// <summary>The packs made for this meeting.</summary>
    public IReadOnlyList<PaperCopy> Copies { get; private set; } = [];
    public bool HasPdf => printer.IsAvailable;

    /// <summary>The pack to print; nothing until one was made.</summary>
    public string? Fragment { get; private set; }

    /// <summary>What stands at the foot of every sheet.</summary>
    public string Foot { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, int number)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (number == 0)
        {
            return Page();
        }

        if (Own(number) is not { } copy)
        {
            return NotFound();
        }

        var paper = await PaperAsync(copy);
        Foot = string.Join(". ", paper.FooterLines);
        Fragment = PaperHtml.Fragment(paper with { FooterLines = [], Marking = "" });
        return Page();
    }

    /// <summary>The same as a PDF, where Chromium is installed: marking and copy number on every sheet.</summary>
    public async Task<IActionResult> OnGetPdfAsync(Guid id, int number)
    {
        if (!printer.IsAvailable || !await LoadAsync(id) || Own(number) is not { } copy)
        {
            return NotFound();
        }

        try
        {
            var html = PaperHtml.Render(await PaperAsync(copy));
            var pdf = await printer.PrintAsync(html, HttpContext.RequestAborted);
            return File(pdf, "application/pdf", "pack.pdf");
        }
        catch (PdfNotPrintedException)
        {
            TempData["Notice"] = "The PDF could not be made just now. Print the page instead.";
            return LocalRedirect($"/Meetings/{id}/Pack?number={number}");
        }
    }

    /// <summary>Makes one more pack, with the next number.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        var next = await PaperIssue.NextNumberAsync(db, id);
        db.Add(
            new PaperCopy
            {
                MeetingId = id,
                Number = next,
                Kind = PaperKind.Pack,
                UserId = Viewer.UserId,
                HolderName = Viewer.Name,
                OrganisationName = "",
                IssuedAt = clock.GetUtcNow().UtcDateTime,
                IssuedByName = Viewer.Name,
            }
        );
        await db.SaveChangesAsync();
        return LocalRedirect($"/Meetings/{id}/Pack?number={next}");
    }

    private PaperCopy? Own(int number) =>
        Copies.FirstOrDefault(copy =>
            copy.Number == number && copy.UserId == Viewer.UserId && copy.State == PaperState.Out
        );

    private async Task<Paper> PaperAsync(PaperCopy copy)
    {
        var items = await db.Set<AgendaItem>()
            .AsNoTracking()
            .VisibleTo(Viewer, db)
            .Where(item => item.MeetingId == Meeting.Id)
            .OrderBy(item => item.Order)
            .ToListAsync();
        var lines = await ActionLines.ForAsync(db, Meeting, Viewer);
        var holding = await kept.FindAsync(
            Meeting.BodyId,
            items
                .Select(item => ($"{item.Id}", item.Title))
                .Concat(lines.Select(line => ($"{line.Action.Id}", line.Action.Text)))
        );
        var wording = await db.WordingOnAsync(UkTime.DateOf(Meeting.StartsAt));
        return PackPaper.Of(
            new(
                Meeting,
                await RegisterSheet.ReadAsync(db, Meeting),
                wording.Lines(),
                items,
                await PeopleAsync(items),
                lines,
                holding.Select(Guid.Parse).ToHashSet()
            ),
            copy
        );
    }

    // Whoever may know of an item need not be one to whom its case is open.
    private async Task<ILookup<Guid, CasePerson>> PeopleAsync(List<AgendaItem> items)
    {
        var cases = items.ConvertAll(item => item.CaseId);
        var open = db.Set<HubCase>().OpenTo(Viewer, db).Select(one => (Guid?)one.Id);
        var people = await db.Set<CasePerson>()
            .AsNoTracking()
            .Where(person => cases.Contains(person.CaseId) && open.Contains(person.CaseId))
            .OrderBy(person => person.Role)
            .ThenBy(person => person.FamilyName)
            .ToListAsync();
        return people.ToLookup(person => person.CaseId!.Value);
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        Viewer = await viewers.CurrentAsync();
        var found = await db.Set<HubMeeting>()
            .VisibleTo(Viewer, db)
            .Include(meeting => meeting.Register)
            .Include(meeting => meeting.Signatures)
            .AsSplitQuery()
            .SingleOrDefaultAsync(meeting => meeting.Id == id && meeting.PublishedAt != null);
        if (found is null)
        {
            return false;
        }

        Meeting = found;
        Copies = await db.Set<PaperCopy>()
            .AsNoTracking()
            .Where(copy => copy.MeetingId == id && copy.Kind == PaperKind.Pack)
            .OrderBy(copy => copy.Number)
            .ToListAsync();
        return true;
    }
}
