using Moothall.Platform.Time;

namespace Moothall.Features.Scrutiny;

/// <summary>When scrutiny must next look at the partnership (R4.3).</summary>
/// <param name="By">The last day; nothing where it never did.</param>
/// <param name="IsLate">Whether that day is past.</param>
/// <param name="Words">That in a sentence.</param>
/// <param name="Source">Where the rule stands.</param>
public sealed record NextLook(DateOnly? By, bool IsLate, string Words, string Source)
{
    /// <summary>Judges it on a day in London: twelve months roll from the last review that was held.</summary>
    public static NextLook Of(DateOnly? lastHeld, ScrutinyLaw law, DateOnly today)
    {
        if (lastHeld is not { } last)
        {
            return new(
                null,
                false,
                "No review has been recorded as held yet. The committee meets for this at least once in every twelve months.",
                law.MeetingSource(today)
            );
        }

        var (by, source) = law.NextBy(last);
        return by < today
            ? new(
                by,
                true,
                $"The last review was on {UkTime.Date(last)}. The next one was due by {UkTime.Date(by)}.",
                source
            )
            : new(
                by,
                false,
                $"The last review was on {UkTime.Date(last)}. The next one is due by {UkTime.Date(by)}.",
                source
            );
    }
}
