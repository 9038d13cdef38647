using Moothall.Features.Scrutiny.Recommendations;
using Moothall.Features.Scrutiny.Reviews;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Scrutiny;

/// <summary>Reviews and recommendations for tests that begin later.</summary>
internal static class ScrutinySample
{
    /// <summary>Adds a review that was held.</summary>
    public static async Task<Guid> ReviewAsync(Moot moot, DateOnly on, bool isAnnual = false)
    {
        var review = new ScrutinyReview
        {
            Details = new()
            {
                Committee = "Overview and Scrutiny Committee",
                MeetsOn = on,
                Status = ReviewStatus.Held,
                IsAnnual = isAnnual,
                Subject = "The year’s work",
            },
        };
        await moot.AddAsync(review);
        return review.Id;
    }

    /// <summary>Adds a recommendation addressed to some, dated on a day.</summary>
    public static async Task<ScrutinyRecommendation> AddAsync(
        Moot moot,
        string text,
        DateOnly dated,
        params Guid[] recipients
    )
    {
        var one = new ScrutinyRecommendation
        {
            Details = new()
            {
                Number = "3",
                Text = text,
                DatedOn = dated,
                Report = "Scrutiny Committee: report on lighting",
                Kind = RecommendationKind.Partnership,
            },
            ReplyBy = dated.AddDays(28),
        };
        foreach (var id in recipients)
        {
            one.Replies.Add(new() { RecommendationId = one.Id, OrganisationId = id });
        }

        await moot.AddAsync(one);
        return one;
    }

    /// <summary>A date as a form asks for it.</summary>
    public static (string, string?)[] Date(string field, int day, int month, int year) =>
        [($"{field}.Day", $"{day}"), ($"{field}.Month", $"{month}"), ($"{field}.Year", $"{year}")];
}
