using System.ComponentModel.DataAnnotations;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Initiatives;

/// <summary>What sort of thing is done (S2-A2 to A16, S3-11).</summary>
public enum InitiativeKind
{
    [Display(Name = "Campaign")]
    Campaign,

    [Display(Name = "Awareness week")]
    AwarenessWeek,

    [Display(Name = "Diversionary programme")]
    Diversion,

    [Display(Name = "Target hardening or equipment")]
    Hardening,

    [Display(Name = "Environmental works")]
    Works,

    [Display(Name = "Training or school sessions")]
    Training,

    [Display(Name = "Event")]
    Event,

    [Display(Name = "Survey or count")]
    Survey,

    [Display(Name = "Commissioned service")]
    Service,

    [Display(Name = "Other")]
    Other,
}

/// <summary>How far an initiative has come.</summary>
public enum InitiativeStatus
{
    [Display(Name = "Proposed")]
    Proposed,

    [Display(Name = "Planned"), TagColour("blue")]
    Planned,

    [Display(Name = "Under way"), TagColour("yellow")]
    UnderWay,

    [Display(Name = "Finished"), TagColour("green")]
    Finished,

    [Display(Name = "Called off"), TagColour("red")]
    CalledOff,
}

/// <summary>Whether the calendar shows it, and to whom.</summary>
public enum OnCalendar
{
    [Display(Name = "Not on the calendar")]
    No,

    [Display(Name = "For partners only")]
    Partners,

    [Display(Name = "For partners and the public")]
    Public,
}

/// <summary>What one says of an initiative. Everybody who works for a partner reads it.</summary>
public sealed class InitiativeDetails
{
    [Field(
        "Title",
        Limit = 200,
        Required = "Enter a title",
        Hint = "Without names of residents: everybody who works for a partner reads this."
    )]
    public string Title { get; set; } = "";

    [Field("Kind", Required = "Choose the kind")]
    public InitiativeKind? Kind { get; set; }

    [Field("First day", Hint = "Leave empty while it is only proposed.", Conditional = true)]
    public DateOnly? From { get; set; }

    [Field("Last day", Hint = "Leave empty for a single day.", Conditional = true)]
    public DateOnly? Until { get; set; }

    [Field("What is done", Limit = 4000, Rows = 5)]
    public string Done { get; set; } = "";

    [Field("Where", Limit = 500, Rows = 2, Hint = "Places, wards or schools. No home addresses.")]
    public string Where { get; set; } = "";

    [Field("Output", Name = "The output", Width = 10, Least = 0, Hint = "A number, like 6.")]
    public int? Output { get; set; }

    [Field("What was counted", Limit = 200, Hint = "For example, bleed kits installed.")]
    public string Counted { get; set; } = "";

    [Field("People reached", Name = "The number of people reached", Width = 10, Least = 0)]
    public int? Reached { get; set; }

    [Field("Who they were", Limit = 200, Hint = "For example, pupils of year 6.")]
    public string Who { get; set; } = "";

    [Field(
        "Other partners",
        Limit = 500,
        Rows = 2,
        Hint = "Those that are not in the list, such as a school or a theatre company."
    )]
    public string OtherPartners { get; set; } = "";

    [Field("Evidence for doing it", Limit = 4000, Rows = 3, Hint = "The figures behind it.")]
    public string Evidence { get; set; } = "";

    [Field("Source of the evidence", Limit = 300)]
    public string EvidenceSource { get; set; } = "";

    [Field(
        "Year of the evidence",
        Name = "The year of the evidence",
        Width = 4,
        Least = 1990,
        Most = 2100
    )]
    public int? EvidenceYear { get; set; }

    [Field("Result", Limit = 4000, Rows = 4, Hint = "What changed, and how one knows.")]
    public string Result { get; set; } = "";

    [Field(
        "Message to the public",
        Limit = 2000,
        Rows = 3,
        Hint = "What reassures people: what was done about what they told you."
    )]
    public string PublicMessage { get; set; } = "";

    [Field("On the calendar", Required = "Choose whether the calendar shows it")]
    public OnCalendar OnCalendar { get; set; } = OnCalendar.Partners;

    /// <summary>The days as people say them; empty where there are none.</summary>
    public string Days() => DayRun.Words(From, Until);

    /// <summary>Whether it began and ended between two days, both included. One without a last day is of one day.</summary>
    public bool IsWithin(DateOnly first, DateOnly last) => From >= first && (Until ?? From) <= last;

    /// <summary>What is wrong between the fields on a day in London: the name of the field and the words.</summary>
    public IEnumerable<(string Field, string Problem)> Problems(
        InitiativeStatus status,
        DateOnly today
    )
    {
        if (From is null && Until is not null)
        {
            yield return (nameof(From), "Enter the first day too.");
        }

        if (Until < From)
        {
            yield return (nameof(Until), "The last day is before the first day.");
        }

        if (From is null && status is InitiativeStatus.UnderWay or InitiativeStatus.Finished)
        {
            yield return (
                nameof(From),
                "Enter the first day: it is counted in the year in which it happened."
            );
        }

        if (status == InitiativeStatus.Finished && (Until ?? From) > today)
        {
            yield return (
                Until is null ? nameof(From) : nameof(Until),
                "This day is still to come. Choose another status, or enter the day on which it finished."
            );
        }

        if (status == InitiativeStatus.UnderWay && From > today)
        {
            yield return (
                nameof(From),
                "This day is still to come. Choose “Planned”, or enter the day on which it began."
            );
        }

        if (Output is not null && Counted.Length == 0)
        {
            yield return (nameof(Counted), "Say what was counted.");
        }

        if (OnCalendar != OnCalendar.No && From is null && status != InitiativeStatus.Proposed)
        {
            yield return (nameof(From), "Enter the first day, so that the calendar can show it.");
        }
    }
}
