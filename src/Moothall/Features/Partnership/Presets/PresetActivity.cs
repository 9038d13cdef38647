namespace Moothall.Features.Partnership.Presets;

/// <summary>
/// What the demonstration's past weeks are made of. Names, streets and telephone numbers are put together by the generator; the
/// stories are whole, so that a case's referral, research, discussion and actions belong together.
/// </summary>
/// <param name="WomensForenames">Women's forenames of varied backgrounds.</param>
/// <param name="MensForenames">Men's forenames of varied backgrounds.</param>
/// <param name="Surnames">Surnames of varied backgrounds.</param>
/// <param name="Streets">Invented streets, each with its postcode.</param>
/// <param name="Landlords">Invented landlords for tenancies.</param>
/// <param name="Stories">Believable cases.</param>
/// <param name="Themes">Items of the agenda's part A: campaigns, trends, speakers.</param>
/// <param name="ApologyReasons">Why a member could not come.</param>
public sealed record PresetActivity(
    IReadOnlyList<string> WomensForenames,
    IReadOnlyList<string> MensForenames,
    IReadOnlyList<string> Surnames,
    IReadOnlyList<PresetStreet> Streets,
    IReadOnlyList<string> Landlords,
    IReadOnlyList<PresetStory> Stories,
    IReadOnlyList<PresetTheme> Themes,
    IReadOnlyList<string> ApologyReasons
);

/// <summary>An invented street with a postcode no place has.</summary>
public sealed record PresetStreet(string Name, string Settlement, string Postcode);

/// <summary>What a story is about.</summary>
public enum StoryKind
{
    Person,
    Place,
    Group,
    Theme,
}

/// <summary>
/// One invented case. In <see cref="Title"/>, <see cref="Summary"/> and <see cref="TriedAlready"/> the marks <c>{name1}</c>,
/// <c>{name2}</c>… are full names, <c>{street}</c> and <c>{settlement}</c> a place; in what minutes carry (<see cref="Discussion"/>,
/// <see cref="Decision"/>, actions, updates) people appear as <c>{initials1}</c>, <c>{initials2}</c>… only.
/// </summary>
/// <param name="Topic">Label of its main topic.</param>
/// <param name="OtherTopics">Labels of further topics.</param>
/// <param name="Kind">Person, place, group or theme.</param>
/// <param name="Referrer">Number of the membership that refers it.</param>
/// <param name="People">Roles and ages of its people, in order; empty for a place.</param>
/// <param name="Title">Short title, without names.</param>
/// <param name="Summary">The referral's summary.</param>
/// <param name="TriedAlready">What has been tried (S1-5.9).</param>
/// <param name="Asked">What the hub is asked to do.</param>
/// <param name="Research">What members know.</param>
/// <param name="Discussion">The chair's summary of the discussion (S1-6.2).</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Actions">Actions with their updates.</param>
public sealed record PresetStory(
    string Topic,
    IReadOnlyList<string> OtherTopics,
    StoryKind Kind,
    int Referrer,
    IReadOnlyList<PresetStoryPerson> People,
    string Title,
    string Summary,
    string TriedAlready,
    string Asked,
    IReadOnlyList<PresetResearch> Research,
    string Discussion,
    string Decision,
    IReadOnlyList<PresetStoryAction> Actions
);

/// <summary>A person of a story.</summary>
/// <param name="Role">Role in the case: victim, complainant, alleged perpetrator, witness, child, household member, other.</param>
/// <param name="YoungestAge">Youngest believable age.</param>
/// <param name="OldestAge">Oldest believable age.</param>
/// <param name="SurnameOf">Number of the person whose surname and address this one shares, or null.</param>
/// <param name="Pronoun">"she" or "he" where the story's words need it, or null.</param>
public sealed record PresetStoryPerson(
    string Role,
    int YoungestAge,
    int OldestAge,
    int? SurnameOf,
    string? Pronoun
);

/// <summary>What a member found in its own records.</summary>
public sealed record PresetResearch(int Membership, string Text);

/// <summary>An action of a story.</summary>
/// <param name="Owner">Number of the membership that owns it.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Update">Progress told at the next hub.</param>
/// <param name="Result">Result when complete.</param>
/// <param name="Priorities">Short forms of the priorities chosen for it; without any it serves those of its case.</param>
public sealed record PresetStoryAction(
    int Owner,
    string Text,
    string Update,
    string Result,
    IReadOnlyList<string>? Priorities = null
);

/// <summary>An item of part A of an agenda.</summary>
public sealed record PresetTheme(string Title, int Member, int Minutes, string Summary);
