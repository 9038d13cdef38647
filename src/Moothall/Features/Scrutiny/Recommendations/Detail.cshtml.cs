using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Progress;
using Moothall.Platform;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Scrutiny.Recommendations;

/// <summary>One recommendation: every reply, its progress, and what is missing.</summary>
[Access(Permission.SeeScrutiny)]
public sealed class DetailModel(MoothallDb db, CurrentUser user, TimeProvider clock) : PageModel
{
    private IReadOnlyCollection<Guid> mine = [];

    public RecommendationLine Line { get; private set; } = null!;
    public IReadOnlyList<string> Gaps { get; private set; } = [];

    /// <summary>Where the period for replies stands.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Whether this person may say how it gets on.</summary>
    public bool MayReport { get; private set; }

    /// <summary>Whether this person may enter an agency's reply.</summary>
    public Verdict MayReply(Guid organisationId) =>
        ScrutinyAccess.MayReply(
            user.May(Permission.KeepScrutiny),
            user.May(Permission.AnswerScrutiny),
            mine,
            organisationId
        );

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var today = UkTime.Today(clock);
        var found = await RecommendationList.LinesAsync(
            db,
            db.Set<ScrutinyRecommendation>().AsNoTracking().Where(one => one.Id == id),
            today,
            cancel
        );
        if (found is not [var line])
        {
            return NotFound();
        }

        Line = line;
        Gaps = RecommendationGaps.Of(line.Recommendation, known => line.Names[known], today);
        var law = await ScrutinyLaw.ReadAsync(db, cancel);
        Source = law.ReplyBy(line.Recommendation.Details.DatedOn!.Value).Source;
        mine = await ProgressDuty.OrganisationsAsync(db, user, today, cancel);
        MayReport =
            line.Recommendation.Status == RecommendationStatus.Open
            && ScrutinyAccess
                .MayReport(
                    user.May(Permission.KeepScrutiny),
                    user.May(Permission.AnswerScrutiny),
                    mine,
                    line.Recommendation.OwnerId
                )
                .Allowed;
        return Page();
    }
}
