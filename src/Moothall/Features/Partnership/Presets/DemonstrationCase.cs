using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Referrals;

namespace Moothall.Features.Partnership.Presets;

/// <summary>What becomes of a referral in the demonstration.</summary>
internal enum Fate
{
    Accepted,

    /// <summary>Acted on before the meeting.</summary>
    Urgent,

    /// <summary>Sent after the cut-off; it goes to the next hub.</summary>
    Late,

    /// <summary>Sent after the cut-off and admitted by the chair.</summary>
    Admitted,
    Returned,
    Declined,
    Redirected,
    Joined,

    /// <summary>Still waiting for triage this week.</summary>
    Waiting,
}

/// <summary>A story with the invented people and place it is played by.</summary>
internal sealed class DemonstrationCase(
    PresetStory story,
    IReadOnlyList<CasePerson> people,
    PresetStreet street,
    Fate fate
)
{
    public PresetStory Story { get; } = story;
    public IReadOnlyList<CasePerson> People { get; } = people;
    public PresetStreet Street { get; } = street;
    public Fate Fate { get; } = fate;
    public Referral? Referral { get; set; }
    public HubCase? Case { get; set; }

    /// <summary>Actions agreed at its first hearing, each with the meeting (counted from the first past one) that takes it off.</summary>
    public List<(HubAction Action, PresetStoryAction Story, int Off)> Actions { get; } = [];

    /// <summary>Puts names, initials and places into a text of the story.</summary>
    public string Fill(string text)
    {
        for (var index = 0; index < People.Count; index++)
        {
            var person = People[index];
            var initials = NameIndex.InitialsOf(new(person.GivenNames, person.FamilyName));
            text = text.Replace($"{{name{index + 1}}}", person.FullName, StringComparison.Ordinal)
                .Replace($"{{initials{index + 1}}}", initials, StringComparison.Ordinal);
        }

        return text.Replace("{street}", Street.Name, StringComparison.Ordinal)
            .Replace("{settlement}", Street.Settlement, StringComparison.Ordinal);
    }
}
