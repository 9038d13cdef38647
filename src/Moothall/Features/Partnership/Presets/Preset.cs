using System.Text.Json.Serialization;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Platform.Access;

namespace Moothall.Features.Partnership.Presets;

/// <summary>What a new partnership starts with: either the published terms of a real one, or an invented one to try the product on.</summary>
/// <param name="Partnership">Name and area.</param>
/// <param name="Protocol">The information sharing protocol its members sign.</param>
/// <param name="Bodies">Its governance bodies; the hub is one of them.</param>
/// <param name="Memberships">The 26 entries of S1-4.4, or the like.</param>
/// <param name="Topics">The 31 topics of S1-3.2 and those added.</param>
/// <param name="CommissionerPriorities">The local policing body's priorities (S0-9).</param>
/// <param name="PlanPriorities">The partnership plan's priorities (S2-I3).</param>
/// <param name="Agreement">First wording of the confidentiality agreement (S1-7.1).</param>
/// <param name="HistoricSuffixes">The ten suffixes of S1-7.2h with what became of them.</param>
/// <param name="AllowedDomains">The partnership's own list to begin with; empty for a real one.</param>
/// <param name="LegalParameters">Dated periods and counts with their sources.</param>
/// <param name="People">Invented people; empty for a real partnership.</param>
/// <param name="Activity">What to invent past weeks from; null for a real partnership.</param>
public sealed record Preset(
    PresetPartnership Partnership,
    PresetProtocol Protocol,
    IReadOnlyList<PresetBody> Bodies,
    IReadOnlyList<PresetMembership> Memberships,
    IReadOnlyList<PresetTopic> Topics,
    IReadOnlyList<PresetPriority> CommissionerPriorities,
    IReadOnlyList<PresetPriority> PlanPriorities,
    PresetAgreement Agreement,
    IReadOnlyList<HistoricSuffix> HistoricSuffixes,
    IReadOnlyList<AllowedDomain> AllowedDomains,
    IReadOnlyList<PresetLegalParameter> LegalParameters,
    IReadOnlyList<PresetPerson> People,
    PresetActivity? Activity
);

/// <summary>The partnership. Its name differs between its own papers (S1-P1), hence aliases.</summary>
/// <param name="Name">Name in the header.</param>
/// <param name="Aliases">Other names in use.</param>
/// <param name="District">Its area.</param>
/// <param name="County">The county around it.</param>
/// <param name="Colour">Colour of the header, <c>#rrggbb</c>, dark enough for white text.</param>
/// <param name="ReferencePrefix">Prefix of the hub's references.</param>
/// <param name="Fictional">Invented for demonstration; every page says so.</param>
/// <param name="Source">Where the facts come from.</param>
public sealed record PresetPartnership(
    string Name,
    IReadOnlyList<string> Aliases,
    string District,
    string County,
    string Colour,
    string ReferencePrefix,
    bool Fictional,
    string Source
);

/// <summary>The information sharing protocol (S1-4.2, S1-P3).</summary>
public sealed record PresetProtocol(string Name, string? Owner, string Purpose);

/// <summary>A governance body with its terms (C10).</summary>
/// <param name="Key">Key by which others name it as parent.</param>
/// <param name="Name">Full name.</param>
/// <param name="Abbreviation">Abbreviation in the papers, or null.</param>
/// <param name="Type">Type as in the glossary: Hub, LSP, StrategyGroup.</param>
/// <param name="Parent">Key of the parent body, or null.</param>
/// <param name="Mode">In person, virtual or hybrid (S0-5), or null.</param>
/// <param name="Schedule">Weekly schedule, or null.</param>
/// <param name="Terms">Terms of reference, or null when none are published.</param>
public sealed record PresetBody(
    string Key,
    string Name,
    string? Abbreviation,
    string Type,
    string? Parent,
    string? Mode,
    PresetSchedule? Schedule,
    PresetTerms? Terms
);

/// <summary>Weekly schedule in London time.</summary>
[method: JsonConstructor]
public sealed record PresetSchedule(
    DayOfWeek Day,
    TimeOnly Start,
    int Minutes,
    int CutOffDaysBefore,
    TimeOnly CutOffTime
)
{
    public Bodies.MeetingSchedule ToSchedule() =>
        new(Day, Start, Minutes, CutOffDaysBefore, CutOffTime);
}

/// <summary>A version of a body's terms of reference (S1-A2).</summary>
public sealed record PresetTerms(
    string Title,
    DateOnly UpdatedOn,
    DateOnly? ReviewOn,
    string Source
);

/// <summary>What a membership entry points to (settled question 3).</summary>
public enum MembershipKind
{
    /// <summary>A service of a council or other body.</summary>
    Service,

    /// <summary>An organisation as a whole.</summary>
    Organisation,

    /// <summary>A class of agencies, to be filled with actual ones.</summary>
    Class,
}

/// <summary>One entry of the list of members (S1-4.4).</summary>
/// <param name="Number">Its number in the list.</param>
/// <param name="Label">As the terms write it.</param>
/// <param name="Kind">Service, organisation or class.</param>
/// <param name="Organisation">The organisation it is or belongs to; null for a class.</param>
/// <param name="Group">Heading it stands under.</param>
/// <param name="CaseAccess">Whether its representatives see named cases. False for guest speakers and the councillor.</param>
/// <param name="Note">What a reader of the label should know, or null.</param>
/// <param name="Represented">Organisations that fill a class in the demonstration.</param>
public sealed record PresetMembership(
    int Number,
    string Label,
    MembershipKind Kind,
    string? Organisation,
    string Group,
    bool CaseAccess,
    string? Note,
    IReadOnlyList<string>? Represented
);

/// <summary>Kind of topic, hidden from the user: a case has a problem and may have tools in use.</summary>
public enum TopicType
{
    Problem,
    Tool,
    Process,
    Information,
}

/// <summary>Who sees a case of a topic unless someone decides otherwise (settled question 7).</summary>
public enum TopicVisibility
{
    Hub,
    NamedAgencies,
}

/// <summary>A topic of discussion (S1-3.2).</summary>
/// <param name="Number">1 to 31 as in the terms; 32 for the one added.</param>
/// <param name="Label">As the terms write it.</param>
/// <param name="LegalTerm">The legal or present-day term where it differs (C23), or null.</param>
/// <param name="Type">Problem, tool, process or information.</param>
/// <param name="Visibility">Who sees its cases by default.</param>
/// <param name="Added">Not in the terms; added by this product (S0-12).</param>
public sealed record PresetTopic(
    int Number,
    string Label,
    string? LegalTerm,
    TopicType Type,
    TopicVisibility Visibility,
    bool Added
);

/// <summary>A priority of the local policing body or of the plan.</summary>
public sealed record PresetPriority(
    string Code,
    string Name,
    string Description,
    string Period,
    string Source
);

/// <summary>A version of the confidentiality agreement.</summary>
/// <param name="Version">Number of the wording.</param>
/// <param name="EffectiveFrom">First day it is used.</param>
/// <param name="Introduction">Sentence above the statements.</param>
/// <param name="Statements">The five statements. <c>{protocol}</c> has been replaced by the protocol's name.</param>
public sealed record PresetAgreement(
    int Version,
    DateOnly EffectiveFrom,
    string Introduction,
    IReadOnlyList<PresetStatement> Statements
);

/// <summary>One statement of the agreement and the clause it stands for.</summary>
public sealed record PresetStatement(string Clause, string Text);

/// <summary>A dated period or count: a row, never a constant in code.</summary>
/// <param name="Key">Key as in the table of deadlines.</param>
/// <param name="Meaning">What it rules, in plain words.</param>
/// <param name="Value">The number, or null where the rule is an event and not a period.</param>
/// <param name="Unit">Unit of the number (minutes, days, months, meetings), or null.</param>
/// <param name="Words">The rule as people say it.</param>
/// <param name="Source">Law, guidance or clause.</param>
/// <param name="EffectiveFrom">First day it applies.</param>
/// <param name="Confidence">Confirmed, secondary, uncertain or local.</param>
public sealed record PresetLegalParameter(
    string Key,
    string Meaning,
    int? Value,
    string? Unit,
    string Words,
    string Source,
    DateOnly EffectiveFrom,
    string Confidence
);

/// <summary>An invented person of the demonstration, named by post.</summary>
/// <param name="Key">Key for the demonstration's generator.</param>
/// <param name="Name">Invented name.</param>
/// <param name="Organisation">Organisation.</param>
/// <param name="Post">Post held.</param>
/// <param name="Roles">Roles in the product.</param>
/// <param name="Membership">Number of the membership represented, or null.</param>
/// <param name="Deputy">Stands in for the representative of that membership.</param>
/// <param name="Email">Address at a reserved domain.</param>
/// <param name="Telephone">From the range kept for drama.</param>
/// <param name="HasAccount">Can sign in; a few cannot, so that every route of circulation is seen.</param>
public sealed record PresetPerson(
    string Key,
    string Name,
    string Organisation,
    string Post,
    IReadOnlyList<Role> Roles,
    int? Membership,
    bool Deputy,
    string Email,
    string Telephone,
    bool HasAccount
);
