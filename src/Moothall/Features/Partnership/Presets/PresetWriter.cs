using System.Globalization;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.LegalParameters;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Partnership.Settings;
using Moothall.Features.Partnership.SharingProtocols;
using Moothall.Features.Partnership.Topics;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Presets;

/// <summary>
/// Writes a preset into an empty database: what the published terms say, and nothing else. A member's basis for sharing is
/// not in any published text, so none is written and meeting content stays shut until someone records it (S1-4.2).
/// </summary>
internal static class PresetWriter
{
    /// <summary>Adds the rows; the caller saves.</summary>
    /// <param name="db">An empty database.</param>
    /// <param name="preset">What to write.</param>
    /// <param name="today">From when invented people act; used for a demonstration alone.</param>
    /// <param name="seed">The number of the demonstration, which marks the database as one (settled 26); null for a real partnership.</param>
    public static WrittenPreset Write(MoothallDb db, Preset preset, DateOnly today, int? seed)
    {
        db.Add(SettingsOf(preset, seed));
        var bodies = BodiesOf(preset);
        db.AddRange(bodies.Values);
        var hub = bodies.Values.First(body => body.Type == BodyType.Hub);
        var organisations = OrganisationsOf(preset);
        db.AddRange(organisations.Values);
        var members = preset.Memberships.ToDictionary(
            entry => entry.Number,
            entry => MemberOf(entry, hub, organisations)
        );
        db.AddRange(members.Values);
        var topics = preset.Topics.ToDictionary(topic => topic.Label, TopicOf);
        db.AddRange(topics.Values);
        var wording = WordingOf(preset.Agreement);
        db.Add(wording);
        var priorities = PrioritiesOf(preset).ToList();
        db.AddRange(priorities);
        db.AddRange(preset.AllowedDomains.Select(DomainOf));
        db.AddRange(preset.LegalParameters.Select(ParameterOf));
        var people = PresetPeople.Write(db, preset, members, organisations, today);
        return new()
        {
            Hub = hub,
            Members = members,
            Organisations = organisations,
            Topics = topics,
            Priorities = priorities
                .Where(priority => priority.Abbreviation.Length > 0)
                .ToDictionary(priority => priority.Abbreviation),
            Wording = wording,
            People = people,
        };
    }

    private static PartnershipSettings SettingsOf(Preset preset, int? seed) =>
        new()
        {
            Name = preset.Partnership.Name,
            Aliases = string.Join('\n', preset.Partnership.Aliases),
            AreaName = preset.Partnership.District,
            Colour = preset.Partnership.Colour,
            ProtocolName = preset.Protocol.Name,
            ProtocolOwner = preset.Protocol.Owner ?? "",
            TeamTelephone = FirstOf(preset, Role.Coordinator)?.Telephone ?? "",
            TeamEmail = FirstOf(preset, Role.Coordinator)?.Email ?? "",
            DataProtectionOfficer = FirstOf(preset, Role.DataProtection)?.Name ?? "",
            DataProtectionContact = FirstOf(preset, Role.DataProtection)?.Email ?? "",
            DemonstrationSeed = seed,
        };

    private static PresetPerson? FirstOf(Preset preset, Role role) =>
        preset.People.FirstOrDefault(person => person.Roles.Contains(role));

    private static Dictionary<string, GovernanceBody> BodiesOf(Preset preset)
    {
        var bodies = preset.Bodies.ToDictionary(body => body.Key, BodyOf);
        foreach (var body in preset.Bodies.Where(body => body.Parent is not null))
        {
            bodies[body.Key].ParentId = bodies[body.Parent!].Id;
        }

        return bodies;
    }

    private static GovernanceBody BodyOf(PresetBody body)
    {
        var times = new MeetingTimes
        {
            Mode = body.Mode switch
            {
                "Virtual" => MeetingMode.Virtual,
                "Hybrid" => MeetingMode.Hybrid,
                _ => MeetingMode.InPerson,
            },
        };
        if (body.Schedule is { } schedule)
        {
            (times.Day, times.Start, times.Minutes) = (
                schedule.Day,
                schedule.Start,
                schedule.Minutes
            );
            (times.CutOffDaysBefore, times.CutOffTime) = (
                schedule.CutOffDaysBefore,
                schedule.CutOffTime
            );
        }

        return new()
        {
            Name = body.Name,
            Type = body.Type switch
            {
                "Hub" => BodyType.Hub,
                "LSP" => BodyType.StrategicBoard,
                "StrategyGroup" => BodyType.ResponsibleAuthoritiesGroup,
                _ => BodyType.Other,
            },
            TermsDated = body.Terms?.UpdatedOn,
            TermsReviewDate = body.Terms?.ReviewOn,
            MeetsWeekly = body.Schedule is not null,
            Times = times,
        };
    }

    private static Dictionary<string, Organisation> OrganisationsOf(Preset preset) =>
        preset
            .Memberships.SelectMany(entry =>
                (entry.Represented ?? []).Prepend(entry.Organisation ?? "")
            )
            .Concat(preset.People.Select(person => person.Organisation))
            .Where(name => name.Length > 0)
            .Distinct()
            .ToDictionary(
                name => name,
                name => new Organisation
                {
                    Name = name,
                    IsResponsibleAuthority = ResponsibleAuthorities.Includes(name),
                }
            );

    private static HubMembership MemberOf(
        PresetMembership entry,
        GovernanceBody hub,
        Dictionary<string, Organisation> organisations
    )
    {
        // A class of agencies begins with the first one that fills it; another is a further row under the same entry.
        var filledBy = entry.Organisation ?? entry.Represented?.FirstOrDefault();
        return new()
        {
            BodyId = hub.Id,
            Name = entry.Label,
            Kind = entry.Kind switch
            {
                MembershipKind.Service => MemberKind.Service,
                MembershipKind.Organisation => MemberKind.Organisation,
                _ => MemberKind.AgencyClass,
            },
            OrganisationId = filledBy is null ? null : organisations[filledBy].Id,
            Order = entry.Number,
            SeesCases = entry.CaseAccess,
            Note = entry.Note ?? "",
        };
    }

    private static Topic TopicOf(PresetTopic topic) =>
        new()
        {
            Label = topic.Label,
            LegalTerm = topic.LegalTerm ?? "",
            Kind = Enum.Parse<TopicKind>(topic.Type.ToString()),
            DefaultVisibility =
                topic.Visibility == TopicVisibility.NamedAgencies
                    ? CaseVisibility.NamedAgencies
                    : CaseVisibility.Hub,
            Order = topic.Number,
            AddedBecause = topic.Added
                ? "The partnership's public page names it among the matters partners refer; the terms' list does not."
                : "",
        };

    private static ConfidentialityWording WordingOf(PresetAgreement agreement) =>
        new()
        {
            Number = agreement.Version,
            From = agreement.EffectiveFrom,
            Statements = string.Join(
                '\n',
                agreement.Statements.Select(statement => statement.Text)
            ),
        };

    private static IEnumerable<Priority> PrioritiesOf(Preset preset) =>
        preset
            .CommissionerPriorities.Select(priority =>
                PriorityOf(priority, PrioritySource.LocalPolicingBody)
            )
            .Concat(
                preset.PlanPriorities.Select(priority =>
                    PriorityOf(priority, PrioritySource.Partnership)
                )
            );

    private static Priority PriorityOf(PresetPriority priority, PrioritySource source)
    {
        var (from, until) = PriorityPeriod.Read(priority.Period);
        return new()
        {
            Name = priority.Name,
            Abbreviation = priority.Code.All(char.IsAsciiLetterUpper) ? priority.Code : "",
            Definition = priority.Description,
            Source = source,
            PublishedIn = $"{priority.Source} ({priority.Period})",
            From = from,
            Until = until,
        };
    }

    private static SecureDomainEntry DomainOf(
        CommunitySafetyHub.Circulation.AllowedDomain domain
    ) =>
        new()
        {
            Domain = domain.Domain,
            Evidence = domain.Evidence,
            CheckedOn = domain.CheckedOn,
            ReviewOn = domain.ReviewOn,
        };

    private static LegalParameter ParameterOf(PresetLegalParameter parameter) =>
        new()
        {
            Key = parameter.Key,
            Meaning = parameter.Meaning,
            Value = parameter.Value?.ToString(CultureInfo.InvariantCulture) ?? "",
            Unit = parameter.Unit ?? "",
            Words = parameter.Words,
            Source = parameter.Source,
            Confidence = Enum.Parse<LegalConfidence>(parameter.Confidence, ignoreCase: true),
            EffectiveFrom = parameter.EffectiveFrom,
        };
}
