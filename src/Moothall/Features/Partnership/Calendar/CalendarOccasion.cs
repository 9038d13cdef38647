using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Calendar;

/// <summary>What sort of thing the calendar shows (practice, section 13).</summary>
public enum OccasionType
{
    [Display(Name = "Awareness day or week"), TagColour("purple")]
    AwarenessWeek,

    [Display(Name = "Local campaign"), TagColour("teal")]
    Campaign,

    [Display(Name = "Event"), TagColour("green")]
    Event,

    [Display(Name = "Week of action"), TagColour("orange")]
    WeekOfAction,

    [Display(Name = "Meeting"), TagColour("blue")]
    Meeting,

    [Display(Name = "Programme or works"), TagColour("yellow")]
    Programme,

    [Display(Name = "Statutory date"), TagColour("red")]
    StatutoryDate,
}

/// <summary>Who may know of it.</summary>
public enum CalendarAudience
{
    [Display(Name = "Partners only")]
    Partners,

    [Display(Name = "Partners and the public")]
    Public,
}

/// <summary>What one says of an entry of the calendar (S3-26; practice, section 13).</summary>
public sealed class OccasionDetails
{
    [Field(
        "Title",
        Limit = 200,
        Required = "Enter a title",
        Hint = "Without names of residents: everybody who works for a partner reads this."
    )]
    public string Title { get; set; } = "";

    [Field("Type", Required = "Choose the type")]
    public OccasionType? Type { get; set; }

    [Field("First day", Required = "Enter the first day")]
    public DateOnly? First { get; set; }

    [Field("Last day", Hint = "Leave empty for a single day.")]
    public DateOnly? Last { get; set; }

    [Field("Starts at", Width = 5, Hint = "Leave empty if it lasts all day. For example, 10:00.")]
    public TimeOnly? Starts { get; set; }

    [Field("Ends at", Width = 5)]
    public TimeOnly? Ends { get; set; }

    [Field("Who may know of it", Required = "Choose who may know of it")]
    public CalendarAudience? Audience { get; set; } = CalendarAudience.Partners;

    [Field("Partners", Limit = 500, Rows = 2)]
    public string Partners { get; set; } = "";

    [Field("Whom it is for", Limit = 200, Hint = "For example, shopkeepers and their staff.")]
    public string For { get; set; } = "";

    [Field("Places", Limit = 300)]
    public string Places { get; set; } = "";

    [Field(
        "Messages",
        Limit = 2000,
        Rows = 3,
        Hint = "What partners say to the public, so that all say the same."
    )]
    public string Messages { get; set; } = "";

    [Field("Materials", Limit = 1000, Rows = 2, Hint = "Posters, films, who has them.")]
    public string Materials { get; set; } = "";

    [Field("How it went", Limit = 2000, Rows = 3, Hint = "Afterwards: who came, what to do again.")]
    public string Evaluation { get; set; } = "";

    /// <summary>The last day, the first where it is one day.</summary>
    public DateOnly LastDay() => Last ?? First!.Value;

    /// <summary>The days, and the time of day where there is one.</summary>
    public string When() =>
        DayRun.Words(First, Last)
        + (Starts is { } from ? $", {Wording.Time(from)}" : "")
        + (Ends is { } until ? $" to {Wording.Time(until)}" : "");

    /// <summary>What is wrong between the fields: the name of the field and the words.</summary>
    public IEnumerable<(string Field, string Problem)> Problems()
    {
        if (Last < First)
        {
            yield return (nameof(Last), "The last day is before the first day.");
        }

        if (Starts is null && Ends is not null)
        {
            yield return (nameof(Starts), "Enter when it starts too.");
        }

        if (Starts is not null && Last > First)
        {
            yield return (
                nameof(Starts),
                "An entry of several days has no time. Leave it empty, or make an entry for each day."
            );
        }
        else if (Ends <= Starts)
        {
            yield return (nameof(Ends), "It ends before it starts.");
        }
    }
}

/// <summary>An entry that somebody put on the calendar. It holds nobody's case.</summary>
public sealed class CalendarOccasion : Record
{
    public required OccasionDetails Details { get; set; }

    /// <summary>The organisation that leads it; nothing where nobody does, as with a national day.</summary>
    public Guid? LeadId { get; set; }
}

/// <summary>An address at which one person's calendar programme reads the partnership's calendar. Only its hash is kept.</summary>
public sealed class CalendarFeed : Record
{
    public required Guid UserId { get; init; }

    [Secret]
    public required byte[] TokenHash { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>When it stopped working, in UTC; nothing while it works.</summary>
    public DateTime? WithdrawnAt { get; set; }
}

internal sealed class CalendarMapping
    : IEntityTypeConfiguration<CalendarOccasion>,
        IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarOccasion> builder)
    {
        builder.ComplexProperty(one => one.Details);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(one => one.LeadId);
    }

    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.HasIndex(feed => feed.TokenHash).IsUnique();
        builder.HasIndex(feed => feed.UserId);
        builder.HasOne<Platform.Access.User>().WithMany().HasForeignKey(feed => feed.UserId);
    }
}
