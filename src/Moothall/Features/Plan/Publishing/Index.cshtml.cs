using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Public;
using Moothall.Features.Public.Publishing;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Publishing;

/// <summary>Prepares a page of a plan for everybody (R2.20): its summary, the whole of it, or how it goes.</summary>
[Access(Permission.Publish)]
public sealed class IndexModel(MoothallDb db, PageDesk desk) : PageModel
{
    /// <summary>The pages that a plan can have, and what each holds.</summary>
    public static readonly IReadOnlyList<(PublicationKind Kind, string What)> Kinds =
    [
        (
            PublicationKind.PlanSummary,
            "Priorities, aims and who leads. The law asks for a summary to be published."
        ),
        (
            PublicationKind.Plan,
            "The summary and every action with who is responsible and by when. Reasons, evidence and money stay inside."
        ),
        (
            PublicationKind.PlanProgress,
            "How many actions of each priority are on track, and the latest figures. What owners write stays inside."
        ),
    ];

    public PartnershipPlan Plan { get; private set; } = null!;
    public IReadOnlyList<PagePreparation> Pages { get; private set; } = [];

    /// <summary>Why nothing of it can be prepared yet, or nothing.</summary>
    public string? NotYet { get; private set; }

    /// <summary>Shows what is published of the plan.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var plan = await db.Set<PartnershipPlan>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (plan is null)
        {
            return NotFound();
        }

        Plan = plan;
        NotYet = await PlanPages.NotYetAsync(db, plan, cancel);
        var known = await db.Set<Publication>()
            .AsNoTracking()
            .Where(one => one.SubjectId == id)
            .ToListAsync(cancel);
        Pages =
        [
            .. Kinds.Select(one =>
                PagePreparation.Of(one.Kind, id, DisplayNames.Of(one.Kind), one.What, known)
            ),
        ];
        return Page();
    }

    /// <summary>Prepares a page; nobody but those who publish sees it until another of them has published it.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid id,
        PublicationKind kind,
        CancellationToken cancel
    )
    {
        if (
            !Kinds.Any(one => one.Kind == kind)
            || await desk.PrepareAsync(kind, id, cancel) is not { } page
        )
        {
            return NotFound();
        }

        TempData["Notice"] = PageDesk.Prepared;
        return Redirect($"/Publishing/{page.Id}");
    }
}
