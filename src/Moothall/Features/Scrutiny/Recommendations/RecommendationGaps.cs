using Moothall.Features.Scrutiny.Replies;
using Moothall.Platform.Time;

namespace Moothall.Features.Scrutiny.Recommendations;

/// <summary>What a recommendation still lacks on its way to completion (S3-18), each in a sentence.</summary>
public static class RecommendationGaps
{
    /// <summary>Names it.</summary>
    /// <param name="one">The recommendation with its replies.</param>
    /// <param name="nameOf">An organisation's name.</param>
    /// <param name="today">Today in London.</param>
    public static IReadOnlyList<string> Of(
        ScrutinyRecommendation one,
        Func<Guid, string> nameOf,
        DateOnly today
    )
    {
        List<string> gaps = [];
        var details = one.Details;
        if (details.Kind == RecommendationKind.OnePartner)
        {
            if (details.ReferredOn is null)
            {
                gaps.Add($"It has not been referred to {details.GoverningBody} yet.");
            }
        }
        else
        {
            if (one.Replies.Count == 0)
            {
                gaps.Add("It is addressed to nobody.");
            }

            gaps.AddRange(
                one.Replies.Select(reply => (reply, State: ReplyState.Of(reply, one, today)))
                    .Where(pair => pair.State.IsOwed)
                    .Select(pair => $"{nameOf(pair.reply.OrganisationId)}: {pair.State.Words}")
                    .Order(StringComparer.CurrentCulture)
            );
        }

        if (one.Status != RecommendationStatus.Open)
        {
            return gaps;
        }

        if (one.OwnerId is null)
        {
            gaps.Add("No agency answers for it yet.");
        }

        if (details.Action.Length == 0)
        {
            gaps.Add("Nobody has said what is being done.");
        }

        if (details.Target is null)
        {
            gaps.Add("It has no target date.");
        }
        else if (details.Target < today)
        {
            gaps.Add($"Its target date, {UkTime.Date(details.Target.Value)}, is past.");
        }

        return gaps;
    }
}
