using System.ComponentModel.DataAnnotations;
using Moothall.Platform;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Scrutiny.Requests;

/// <summary>How a request stands.</summary>
public enum RequestStanding
{
    [Display(Name = "To be given"), TagColour("yellow")]
    Open,

    [Display(Name = "Late"), TagColour("red")]
    Late,

    [Display(Name = "Given in part"), TagColour("blue")]
    InPart,

    [Display(Name = "Given"), TagColour("green")]
    Given,

    [Display(Name = "Not given"), TagColour("grey")]
    Withheld,
}

/// <summary>The two gates that stand before anything is given to the committee (2009 Regulations, reg 5(3), R4.5).</summary>
public static class ReleaseGates
{
    /// <summary>Whether it may be given, and why.</summary>
    public static Verdict Decide(Naming? naming, string whyNaming, Prejudice? prejudice) =>
        (naming, prejudice) switch
        {
            // Nothing outweighs this one, so it is asked first.
            (_, Prejudice.Likely) => Verdict.No(
                "It is not given: it would be likely to prejudice legal proceedings or operations (regulation 5(3))."
            ),
            (_, null) => Verdict.No(
                "Say first whether it would be likely to prejudice legal proceedings or operations."
            ),
            (null, _) => Verdict.No("Say first whether it identifies anybody."),
            (Naming.Identifies, _) when string.IsNullOrWhiteSpace(whyNaming) => Verdict.No(
                "Say why it must identify somebody, or depersonalise it."
            ),
            (Naming.Identifies, _) => Verdict.Yes(
                "It may be given: identifying somebody is needed for the committee’s work, and it prejudices nothing."
            ),
            _ => Verdict.Yes("It may be given: it is depersonalised, and it prejudices nothing."),
        };

    /// <summary>Whether what is recorded may be given.</summary>
    public static Verdict Decide(ReleaseDetails release) =>
        Decide(release.Naming, release.WhyNaming, release.Prejudice);

    /// <summary>How a request stands on a day in London.</summary>
    public static RequestStanding Standing(DateOnly by, ReleaseDetails release, DateOnly today) =>
        release switch
        {
            { GivenOn: not null, RestOn: { } rest } => rest < today
                ? RequestStanding.Late
                : RequestStanding.InPart,
            { GivenOn: not null, Left.Length: > 0 } => RequestStanding.InPart,
            { GivenOn: not null } => RequestStanding.Given,
            { Prejudice: Prejudice.Likely } => RequestStanding.Withheld,
            _ => by < today ? RequestStanding.Late : RequestStanding.Open,
        };

    /// <summary>Whether it is refused and the committee does not know it yet, as far as is recorded.</summary>
    public static bool IsToBeTold(ReleaseDetails release) =>
        release is { Prejudice: Prejudice.Likely, ToldOn: null };

    /// <summary>What is wrong with an answer, with the field's name.</summary>
    public static IEnumerable<(string Field, string Problem)> Problems(
        ReleaseDetails release,
        DateOnly askedOn,
        DateOnly today
    )
    {
        if (release.Prejudice == Prejudice.Likely && release.WhichPrejudice.Length == 0)
        {
            yield return (
                nameof(release.WhichPrejudice),
                "Say which proceedings or operations, and who said so."
            );
        }

        if (release.ToldOn is { } told)
        {
            if (release.Prejudice != Prejudice.Likely)
            {
                yield return (nameof(release.ToldOn), "This day is for what is not given.");
            }
            else if (told > today || told < askedOn)
            {
                yield return (nameof(release.ToldOn), DayProblem(askedOn));
            }
        }

        if (release.GivenOn is not { } on)
        {
            if (release.Given.Length > 0)
            {
                yield return (nameof(release.GivenOn), "Enter the day on which it was given.");
            }
            else if (release is { Naming: null, Prejudice: null })
            {
                yield return (
                    nameof(release.Prejudice),
                    "Answer at least one of the two questions."
                );
            }

            yield break;
        }

        var verdict = Decide(release);
        if (!verdict.Allowed)
        {
            var field = release switch
            {
                { Prejudice: null or Prejudice.Likely } => nameof(release.Prejudice),
                { Naming: null } => nameof(release.Naming),
                _ => nameof(release.WhyNaming),
            };
            yield return (field, verdict.Reason);
        }

        if (on > today || on < askedOn)
        {
            yield return (nameof(release.GivenOn), DayProblem(askedOn));
        }

        if (release.Given.Length == 0)
        {
            yield return (nameof(release.Given), "Enter what was given.");
        }

        if (release.RestOn < on)
        {
            yield return (
                nameof(release.RestOn),
                $"The first part was given on {UkTime.Date(on)}. Enter a later day."
            );
        }

        if (release.RestOn is not null && release.Left.Length == 0)
        {
            yield return (nameof(release.Left), "Enter what could not be given, and why.");
        }
    }

    private static string DayProblem(DateOnly askedOn) =>
        $"The day is between {UkTime.Date(askedOn)}, when it was asked for, and today.";
}
