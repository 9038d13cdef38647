using Moothall.Features.CommunitySafetyHub;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Priorities;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Presets;

/// <summary>An officer of the demonstration with the membership they act for, if any.</summary>
internal sealed record Officer(PresetPerson Person, User User, HubMembership? Member)
{
    /// <summary>The officer as the hub sees them, for what they do themselves.</summary>
    public HubViewer Viewer =>
        new(
            User.Id,
            User.Name,
            User.OrganisationId,
            Person.Roles.Any(role => role is Role.Coordinator or Role.Manager or Role.Chair),
            Person.Roles.Any(role => role is Role.Coordinator or Role.Manager),
            Member is null ? [] : [Member.Id],
            Member is { SeesCases: true } ? [Member.Id] : [],
            Member?.OrganisationId is { } organisation ? [organisation] : [],
            Member is null ? [] : [Member.BodyId],
            []
        )
        {
            MemberBodyIds = Member is null ? [] : [Member.BodyId],
        };
}

/// <summary>What every part of the demonstration works with.</summary>
internal sealed class DemonstrationStage
{
    private readonly DateTime now;
    private readonly List<Officer> officers;
    private readonly HashSet<string> references = [];

    public DemonstrationStage(
        MoothallDb db,
        Preset preset,
        WrittenPreset written,
        int seed,
        DateTime now
    )
    {
        (Db, Preset, Written, this.now) = (db, preset, written, now);
        Choices = new(seed);
        Weeks = DemonstrationWeeks.Of(written.Hub.Times.ToSchedule(), now);
        officers =
        [
            .. written.People.Values.Select(one => new Officer(
                one.Person,
                one.User,
                one.Person.Membership is { } number ? written.Members[number] : null
            )),
        ];
    }

    public MoothallDb Db { get; }
    public Preset Preset { get; }
    public WrittenPreset Written { get; }
    public SeededChoices Choices { get; }
    public DemonstrationWeeks Weeks { get; }

    public PresetActivity Activity => Preset.Activity!;

    public Officer Coordinator => Of("coordinator-1");

    public Officer SecondCoordinator => Of("coordinator-2");

    public Officer Manager => Of("manager");

    public Officer Chair => Of("chair");

    /// <summary>The officer with a key of the preset.</summary>
    public Officer Of(string key) => officers.Find(one => one.Person.Key == key)!;

    /// <summary>Who represents a membership, by its number in the terms.</summary>
    public Officer Representative(int number) =>
        officers.Find(one => one.Person.Membership == number && !one.Person.Deputy)!;

    /// <summary>Representatives and deputies by membership, in the order of the terms.</summary>
    public IEnumerable<IGrouping<int, Officer>> ByMembership =>
        officers
            .Where(one => one.Member is not null)
            .GroupBy(one => one.Person.Membership!.Value)
            .OrderBy(group => group.Key);

    /// <summary>A reference nobody has yet.</summary>
    public string Reference(string prefix, DateTime at)
    {
        while (true)
        {
            var reference = HumanReference.Compose(prefix, UkTime.DateOf(at).Year, Choices.Next);
            if (references.Add(reference))
            {
                return reference;
            }
        }
    }

    /// <summary>So many minutes before the demonstration was made, but after the last hub, on a working day and in working hours where there was one.</summary>
    public DateTime Recently(int minutes)
    {
        var earliest = Weeks.Past[^1].AddMinutes(70);
        var wanted = now.AddMinutes(-minutes);
        var day = UkTime.DateOf(wanted);
        var working = day.AddDays(
            day.DayOfWeek switch
            {
                DayOfWeek.Saturday => -1,
                DayOfWeek.Sunday => -2,
                _ => 0,
            }
        );
        var at = UkTime.ToUtc(working, new(9 + (minutes % 7), minutes % 60));
        return Passed(at < earliest ? earliest.AddMinutes(minutes % 40) : at);
    }

    /// <summary>What priorities of the plan a topic serves, by the plan's short forms.</summary>
    public IEnumerable<Priority> PrioritiesOf(PresetStory story) =>
        Called(DemonstrationPriorities.Of(story.OtherTopics.Prepend(story.Topic)));

    /// <summary>The plan's priorities with these short forms.</summary>
    public IEnumerable<Priority> Called(IEnumerable<string> codes) =>
        codes.Select(code => Written.Priorities.GetValueOrDefault(code)).OfType<Priority>();

    /// <summary>A time that has passed: nothing in the demonstration happens after it was made.</summary>
    public DateTime Passed(DateTime wanted) =>
        wanted < now
            ? wanted
            : new DateTime(
                now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute),
                DateTimeKind.Utc
            ).AddMinutes(-1);
}
