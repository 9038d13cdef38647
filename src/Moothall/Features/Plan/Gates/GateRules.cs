using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Gates;

/// <summary>By when a step is to be done.</summary>
/// <param name="By">The last day; nothing where no law sets one.</param>
/// <param name="Words">The rule in words.</param>
/// <param name="Source">Where it is written; empty where it is practice.</param>
public sealed record GateDue(DateOnly? By, string Words, string Source);

/// <summary>How a step stands.</summary>
/// <param name="Kind">The step.</param>
/// <param name="Gate">What is recorded of it.</param>
/// <param name="Due">By when.</param>
/// <param name="Missing">What is missing, in words; empty where it is done and shown.</param>
/// <param name="IsLate">Whether its day is past and it is not done.</param>
/// <param name="KnownOn">When the product itself knows that it was done.</param>
public sealed record GateState(
    GateKind Kind,
    PlanGate? Gate,
    GateDue Due,
    IReadOnlyList<string> Missing,
    bool IsLate,
    DateOnly? KnownOn = null
)
{
    /// <summary>When it was done: as somebody noted it, or as the product knows.</summary>
    public DateOnly? DoneOn => Gate?.Details.DoneOn ?? KnownOn;
}

/// <summary>What the product itself knows of a plan year's steps.</summary>
/// <param name="SummaryOn">When the summary that visitors read was published.</param>
/// <param name="SummaryIsOld">Whether the plan has since come to say something else.</param>
/// <param name="ScrutinisedOn">When the committee last met on the partnership in that year.</param>
/// <param name="ScrutinyBy">Twelve months after it last did, in whatever year (R4.3).</param>
public sealed record KnownSteps(
    DateOnly? SummaryOn = null,
    bool SummaryIsOld = false,
    DateOnly? ScrutinisedOn = null,
    DateOnly? ScrutinyBy = null
);

/// <summary>The steps of a plan year: when they are due, and what is missing (S3-25; rules, section 2).</summary>
public static class GateRules
{
    private const string Regulations =
        "Crime and Disorder (Formulation and Implementation of Strategy) Regulations 2007";

    /// <summary>By when a step for a year is to be done.</summary>
    /// <param name="kind">The step.</param>
    /// <param name="year">The year.</param>
    /// <param name="scrutinyBy">Twelve months after scrutiny last looked at the partnership, where it ever did.</param>
    public static GateDue Due(GateKind kind, PlanYear year, DateOnly? scrutinyBy = null)
    {
        // What prepares a year is done before it begins; what answers for it, before it ends.
        var before = year.First.AddDays(-1);
        return kind switch
        {
            GateKind.Assessment => new(
                before,
                "A strategic assessment is prepared in each year from 1 April.",
                $"{Regulations}, regulation 5"
            ),
            GateKind.Workshop => new(null, "Usually in February, to check the assessment.", ""),
            GateKind.Consultation => new(
                before,
                "Views of those who live and work here are obtained before the plan is revised.",
                $"{Regulations}, regulation 12"
            ),
            GateKind.Agreed => new(
                before,
                "The strategy group prepares the plan and revises it before the year begins.",
                $"{Regulations}, regulations 3 and 10"
            ),
            GateKind.SignedOff => new(
                before,
                "The plan is revised before the year begins, on behalf of every responsible authority.",
                $"{Regulations}, regulations 3 and 10"
            ),
            GateKind.SummaryPublished => new(
                null,
                "A summary of the plan is published in the area.",
                $"{Regulations}, regulation 14"
            ),
            GateKind.CopySent => new(
                null,
                "A copy of the plan goes to the local policing body.",
                $"{Regulations}, regulation 13A"
            ),
            GateKind.Reported => new(null, "Usually every quarter.", ""),
            GateKind.PublicMeeting => new(
                year.Last,
                "At least one meeting in public a year, attended by senior people of every responsible authority; when it is held and what was discussed are made known.",
                $"{Regulations}, regulation 12"
            ),
            _ => new(
                // The twelve months roll from the last time and may end before the year does.
                scrutinyBy >= year.First
                && scrutinyBy < year.Last
                    ? scrutinyBy
                    : year.Last,
                "The committee meets for this at least once in every twelve months.",
                "Crime and Disorder (Overview and Scrutiny) Regulations 2009, regulation 4"
            ),
        };
    }

    /// <summary>How a step stands.</summary>
    /// <param name="kind">The step.</param>
    /// <param name="year">The year.</param>
    /// <param name="gate">What is recorded of it.</param>
    /// <param name="authorities">The responsible authorities, by name.</param>
    /// <param name="known">What the product itself knows.</param>
    /// <param name="today">Today in London.</param>
    public static GateState Of(
        GateKind kind,
        PlanYear year,
        PlanGate? gate,
        IReadOnlyCollection<(Guid Id, string Name)> authorities,
        KnownSteps known,
        DateOnly today
    )
    {
        DateOnly? knownOn = kind switch
        {
            GateKind.SummaryPublished => known.SummaryOn,
            GateKind.Scrutinised => known.ScrutinisedOn,
            _ => null,
        };
        var due = Due(kind, year, knownOn is null ? known.ScrutinyBy : null);
        var details = gate?.Details ?? new();
        List<string> missing = [];
        if (details.DoneOn is null && knownOn is null)
        {
            missing.Add("The day on which it was done");
        }

        if (kind is GateKind.SummaryPublished && known.SummaryIsOld)
        {
            missing.Add("The plan has changed since: a summary of what it says now");
        }

        if (kind is GateKind.Assessment && details.Who.Length == 0)
        {
            missing.Add("Who wrote it");
        }

        if (kind is GateKind.PublicMeeting && details.Who.Length == 0)
        {
            missing.Add("Which senior people came");
        }

        if (
            kind is not GateKind.SummaryPublished
            && knownOn is null
            && details.Evidence.Length == 0
        )
        {
            missing.Add("What shows it");
        }

        if (kind is GateKind.SignedOff)
        {
            missing.AddRange(
                authorities
                    .Where(one =>
                        gate?.Signatures.Exists(sign => sign.OrganisationId == one.Id) != true
                    )
                    .Select(one => one.Name)
            );
            if (authorities.Count == 0)
            {
                missing.Add("Which members are responsible authorities");
            }
        }

        return new(kind, gate, due, missing, missing.Count > 0 && due.By < today, knownOn);
    }
}
