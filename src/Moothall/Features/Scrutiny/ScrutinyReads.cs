using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Scrutiny.Recommendations;
using Moothall.Features.Scrutiny.Replies;
using Moothall.Features.Scrutiny.Reviews;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Scrutiny;

/// <summary>A review as other areas read it.</summary>
public sealed record ReviewRead(
    Guid Id,
    string Committee,
    DateOnly On,
    ReviewStatus Status,
    bool IsAnnual,
    string Subject,
    string Said,
    IReadOnlyList<string> Presenters
);

/// <summary>A reply as other areas read it; <c>RepliedOn</c> is empty while it is awaited.</summary>
public sealed record ReplyRead(
    string Agency,
    ReplyAnswer? Answer,
    string Words,
    string Proposed,
    DateOnly? RepliedOn
);

/// <summary>A recommendation as other areas read it.</summary>
public sealed record RecommendationRead(
    Guid Id,
    Guid? ReviewId,
    string Number,
    string Text,
    DateOnly DatedOn,
    RecommendationKind Kind,
    string Owner,
    string Action,
    DateOnly? Target,
    RecommendationStatus Status,
    DateOnly? ClosedOn,
    string ClosedBecause,
    DateOnly? ReplyBy,
    IReadOnlyList<ReplyRead> Replies
);

/// <summary>What other areas may ask about scrutiny. None of it is about a person or a case.</summary>
public static class ScrutinyReads
{
    /// <summary>The reviews of a period with both its days, the earliest first.</summary>
    public static async Task<List<ReviewRead>> ReviewsAsync(
        MoothallDb db,
        DateOnly from,
        DateOnly until,
        CancellationToken cancel
    )
    {
        var found = await db.Set<ScrutinyReview>()
            .AsNoTracking()
            .Include(one => one.Presenters.OrderBy(part => part.Order))
            .Where(one => one.Details.MeetsOn >= from && one.Details.MeetsOn <= until)
            .OrderBy(one => one.Details.MeetsOn)
            .ThenBy(one => one.Id)
            .ToListAsync(cancel);
        var names = await NamesAsync(db, cancel);
        return found.ConvertAll(one => new ReviewRead(
            one.Id,
            one.Details.Committee,
            one.Details.MeetsOn!.Value,
            one.Details.Status!.Value,
            one.Details.IsAnnual == true,
            one.Details.Subject,
            one.Details.Said,
            one.Presenters.ConvertAll(part => $"{part.Post}, {names[part.OrganisationId]}")
        ));
    }

    /// <summary>The recommendations that are dated within a period, the earliest first, with every reply.</summary>
    public static async Task<List<RecommendationRead>> RecommendationsAsync(
        MoothallDb db,
        DateOnly from,
        DateOnly until,
        CancellationToken cancel
    )
    {
        var found = await db.Set<ScrutinyRecommendation>()
            .AsNoTracking()
            .Include(one => one.Replies)
            .Where(one => one.Details.DatedOn >= from && one.Details.DatedOn <= until)
            .OrderBy(one => one.Details.DatedOn)
            .ThenBy(one => one.Id)
            .ToListAsync(cancel);
        var names = await NamesAsync(db, cancel);
        return found.ConvertAll(one => new RecommendationRead(
            one.Id,
            one.ReviewId,
            one.Details.Number,
            one.Details.Text,
            one.Details.DatedOn!.Value,
            one.Details.Kind!.Value,
            one.OwnerId is { } owner ? names[owner] : "",
            one.Details.Action,
            one.Details.Target,
            one.Status,
            one.ClosedOn,
            one.ClosedBecause,
            one.ReplyBy,
            [
                .. one
                    .Replies.Select(reply => new ReplyRead(
                        names[reply.OrganisationId],
                        reply.Details.Answer,
                        reply.Details.Words,
                        reply.Details.Proposed,
                        reply.Details.RepliedOn
                    ))
                    .OrderBy(reply => reply.Agency, StringComparer.CurrentCulture),
            ]
        ));
    }

    /// <summary>The day of the last review that was held, if any was.</summary>
    public static Task<DateOnly?> LastHeldAsync(MoothallDb db, CancellationToken cancel) =>
        db.Set<ScrutinyReview>()
            .Where(one => one.Details.Status == ReviewStatus.Held)
            .MaxAsync(one => one.Details.MeetsOn, cancel);

    /// <summary>By when scrutiny must look at the partnership again; nothing where no review is recorded as held (R4.3).</summary>
    public static async Task<DateOnly?> LookByAsync(MoothallDb db, CancellationToken cancel) =>
        await LastHeldAsync(db, cancel) is { } last
            ? (await ScrutinyLaw.ReadAsync(db, cancel)).NextBy(last).By
            : null;

    /// <summary>The last review that was held in a plan year, if any was.</summary>
    public static async Task<(Guid Id, string Committee, DateOnly On)?> HeldInAsync(
        MoothallDb db,
        PlanYear year,
        CancellationToken cancel
    )
    {
        var (first, last) = (year.First, year.Last);
        var found = await db.Set<ScrutinyReview>()
            .AsNoTracking()
            .Where(one =>
                one.Details.Status == ReviewStatus.Held
                && one.Details.MeetsOn >= first
                && one.Details.MeetsOn <= last
            )
            .OrderByDescending(one => one.Details.MeetsOn)
            .ThenBy(one => one.Id)
            .FirstOrDefaultAsync(cancel);
        return found is null
            ? null
            : (found.Id, found.Details.Committee, found.Details.MeetsOn!.Value);
    }

    /// <summary>The names of all organisations.</summary>
    internal static Task<Dictionary<Guid, string>> NamesAsync(
        MoothallDb db,
        CancellationToken cancel
    ) =>
        db.Set<Organisation>()
            .AsNoTracking()
            .ToDictionaryAsync(one => one.Id, one => one.Name, cancel);
}
