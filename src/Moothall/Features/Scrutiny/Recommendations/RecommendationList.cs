using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Scrutiny.Replies;
using Moothall.Features.Scrutiny.Reviews;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Scrutiny.Recommendations;

/// <summary>Which recommendations the register shows.</summary>
public enum RecommendationShow
{
    [Display(Name = "Open")]
    Open,

    [Display(Name = "Something is overdue")]
    Overdue,

    [Display(Name = "Closed")]
    Closed,

    [Display(Name = "All")]
    All,
}

/// <summary>What the register is narrowed to. It stands in the address, so that it can be shared.</summary>
public sealed class RecommendationFilter
{
    public RecommendationShow Show { get; set; }

    /// <summary>Only what one's own agency owns or is to reply to.</summary>
    public bool Mine { get; set; }

    /// <summary>Whether nothing is asked beyond what the page shows by itself.</summary>
    public bool IsEmpty => Show == RecommendationShow.Open && !Mine;
}

/// <summary>A recommendation of the register with the names it stands for.</summary>
/// <param name="Recommendation">The recommendation with its replies.</param>
/// <param name="Source">The committee and the day, or the report.</param>
/// <param name="Names">The names of all organisations.</param>
/// <param name="Today">Today in London.</param>
public sealed record RecommendationLine(
    ScrutinyRecommendation Recommendation,
    string Source,
    IReadOnlyDictionary<Guid, string> Names,
    DateOnly Today
)
{
    /// <summary>Who answers for it.</summary>
    public string Owner => Name(Recommendation.OwnerId);

    /// <summary>The partner whose matter it is.</summary>
    public string Partner => Name(Recommendation.PartnerId);

    /// <summary>Its replies with their standing, those that are owed first and then by name.</summary>
    public IReadOnlyList<(ScrutinyReply Reply, string Agency, ReplyState State)> Replies { get; } =
    [
        .. Recommendation
            .Replies.Select(reply =>
                (reply, Names[reply.OrganisationId], ReplyState.Of(reply, Recommendation, Today))
            )
            .OrderBy(one => !one.Item3.IsOwed)
            .ThenBy(one => one.Item2, StringComparer.CurrentCulture),
    ];

    /// <summary>Replies still to be given.</summary>
    public int Owed => Replies.Count(one => one.State.IsOwed);

    /// <summary>Whether a reply is late.</summary>
    public bool IsReplyLate => Replies.Any(one => one.State is { IsOwed: true, IsLate: true });

    /// <summary>Whether its target date is past while it is open.</summary>
    public bool IsPastTarget =>
        Recommendation.Status == RecommendationStatus.Open && Recommendation.Details.Target < Today;

    private string Name(Guid? id) => id is { } known ? Names[known] : "";
}

/// <summary>The register's lists.</summary>
public static class RecommendationList
{
    /// <summary>Those that fit: overdue replies first, then outstanding ones, then what is open, then what is closed.</summary>
    public static IQueryable<ScrutinyRecommendation> Chosen(
        MoothallDb db,
        RecommendationFilter filter,
        IReadOnlyCollection<Guid> mine,
        DateOnly today
    )
    {
        var chosen = db.Set<ScrutinyRecommendation>().AsNoTracking();
        chosen = filter.Show switch
        {
            RecommendationShow.Open => chosen.Where(one => one.Status == RecommendationStatus.Open),
            RecommendationShow.Closed => chosen.Where(one =>
                one.Status != RecommendationStatus.Open
            ),
            RecommendationShow.Overdue => chosen.Where(one =>
                (
                    one.Status == RecommendationStatus.Open
                    && one.Details.Target != null
                    && one.Details.Target < today
                )
                || (
                    one.ReplyBy != null
                    && one.ReplyBy < today
                    && one.Replies.Any(reply => reply.Details.RepliedOn == null)
                )
            ),
            _ => chosen,
        };
        if (filter.Mine)
        {
            chosen = chosen.Where(one =>
                (one.OwnerId != null && mine.Contains(one.OwnerId.Value))
                || one.Replies.Any(reply => mine.Contains(reply.OrganisationId))
            );
        }

        return chosen
            .OrderBy(one =>
                !one.Replies.Any(reply => reply.Details.RepliedOn == null) ? 2
                : one.ReplyBy < today ? 0
                : 1
            )
            .ThenBy(one => one.Status == RecommendationStatus.Open ? 0 : 1)
            .ThenByDescending(one => one.Details.DatedOn)
            // "10" after "2".
            .ThenBy(one => one.Details.Number.Length)
            .ThenBy(one => one.Details.Number)
            .ThenBy(one => one.Id);
    }

    /// <summary>Reads them with the names of what they point to.</summary>
    public static async Task<List<RecommendationLine>> LinesAsync(
        MoothallDb db,
        IQueryable<ScrutinyRecommendation> chosen,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var found = await chosen
            .AsSplitQuery()
            .Include(one => one.Replies)
            .Include(one => one.Notes.OrderByDescending(note => note.At))
            .ToListAsync(cancel);
        var ids = found.Select(one => one.ReviewId).OfType<Guid>().Distinct().ToList();
        var reviews = await db.Set<ScrutinyReview>()
            .AsNoTracking()
            .Where(one => ids.Contains(one.Id))
            .ToDictionaryAsync(one => one.Id, cancel);
        var names = await ScrutinyReads.NamesAsync(db, cancel);
        return found.ConvertAll(one => new RecommendationLine(
            one,
            one.ReviewId is { } id
                ? $"{reviews[id].Details.Committee}, {UkTime.Date(reviews[id].Details.MeetsOn!.Value)}"
                : one.Details.Report,
            names,
            today
        ));
    }
}
