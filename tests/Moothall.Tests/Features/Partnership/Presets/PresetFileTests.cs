using System.Text.RegularExpressions;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.Presets;
using Moothall.Platform.Access;

namespace Moothall.Tests.Features.Partnership.Presets;

public partial class PresetFileTests
{
    public static TheoryData<string> Names => [.. PresetFile.Names];

    [Theory]
    [MemberData(nameof(Names))]
    [Rule("S1-4.4")]
    public void Has_the_26_entries_in_kind(string name)
    {
        var members = PresetFile.Load(name).Memberships;
        Assert.Equal(Enumerable.Range(1, 26), members.Select(m => m.Number));
        Assert.Equal(26, members.Select(m => m.Label).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(8, members.Count(m => m.Kind == MembershipKind.Class));
        Assert.Equal(3, members.Count(m => m.Kind == MembershipKind.Organisation));
        Assert.Equal([7, 14], members.Where(m => !m.CaseAccess).Select(m => m.Number));
        Assert.All(
            members,
            m => Assert.Equal(m.Kind == MembershipKind.Class, m.Organisation is null)
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Rule("S1-3.2")]
    [Rule("S0-12")]
    public void Has_the_31_topics_and_licensing(string name)
    {
        var topics = PresetFile.Load(name).Topics;
        Assert.Equal(Enumerable.Range(1, 32), topics.Select(t => t.Number));
        Assert.Equal("Licensing", Assert.Single(topics, t => t.Added).Label);
        Assert.Equal(
            [
                "Child Sexual Exploitation",
                "Domestic Abuse",
                "Female Genital Mutilation",
                "Honour Based Violence",
                "Modern Day Slavery",
                "Organised Crime Groups",
                "‘Prevent’ and Terrorism Related Information",
            ],
            topics.Where(t => t.Visibility == TopicVisibility.NamedAgencies).Select(t => t.Label)
        );
        Assert.Equal(
            "Anti-social behaviour case review",
            topics.Single(t => t.Label == "Community Triggers").LegalTerm
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Rule("S1-7.1")]
    public void Has_the_five_statements_naming_its_protocol(string name)
    {
        var preset = PresetFile.Load(name);
        Assert.Equal(1, preset.Agreement.Version);
        Assert.Equal(
            ["S1-7.1a", "S1-7.1b", "S1-7.1c", "S1-7.1d", "S1-7.1e"],
            preset.Agreement.Statements.Select(s => s.Clause)
        );
        Assert.Contains(
            preset.Protocol.Name,
            preset.Agreement.Statements[1].Text,
            StringComparison.Ordinal
        );
        Assert.All(preset.Agreement.Statements, s => Assert.DoesNotContain('{', s.Text));
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Rule("S1-7.2h")]
    public void Has_the_ten_suffixes_dated(string name)
    {
        var suffixes = PresetFile.Load(name).HistoricSuffixes;
        Assert.Equal(10, suffixes.Count);
        Assert.Equal(4, suffixes.Count(s => s.Status == SuffixStatus.Retired));
        Assert.All(
            suffixes,
            s => Assert.Equal(s.Status == SuffixStatus.Retired, s.EndedOn is not null)
        );
        Assert.All(suffixes, s => Assert.NotEmpty(s.Source));
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Rule("S1-3.1a")]
    [Rule("S1-5.6b")]
    public void Its_hub_meets_on_tuesday_at_ten_and_closes_at_noon_the_day_before(string name)
    {
        var hub = Assert.Single(PresetFile.Load(name).Bodies, b => b.Type == "Hub");
        Assert.Equal(MeetingSchedule.Hub, hub.Schedule!.ToSchedule());
        Assert.Empty(hub.Schedule.ToSchedule().Problems());
        Assert.Equal("lsp", hub.Parent);
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Rule("S0-9")]
    [Rule("S2-I3")]
    public void Has_priorities_and_sourced_parameters(string name)
    {
        var preset = PresetFile.Load(name);
        Assert.Equal(4, preset.CommissionerPriorities.Count);
        Assert.Equal(
            ["ASB", "CCE", "DA", "DCL", "FR", "SV", "SVP"],
            preset.PlanPriorities.Select(p => p.Code)
        );
        Assert.All(preset.LegalParameters, p => Assert.NotEmpty(p.Source));
        string[] expected =
        [
            "hub.referral_cutoff",
            "hub.action_due",
            "hub.minutes",
            "hub.max_duration",
            "hub.performance_report",
            "hub.dp_reminder",
            "hub.file_password",
            "csp.assessment",
            "csp.plan_revision",
            "csp.county_agreement",
            "csp.public_meeting",
            "csp.data_quarter",
        ];
        Assert.Subset(
            preset.LegalParameters.Select(p => p.Key).ToHashSet(StringComparer.Ordinal),
            expected.ToHashSet(StringComparer.Ordinal)
        );
    }

    [Fact]
    [Rule("S1-P1")]
    public void Cannock_chase_has_its_published_terms_and_nothing_invented()
    {
        var preset = PresetFile.Load(PresetFile.CannockChase);
        Assert.Equal(
            new DateOnly(2018, 5, 15),
            preset.Bodies.Single(b => b.Key == "hub").Terms!.UpdatedOn
        );
        Assert.Equal("One Staffordshire Information Sharing Protocol", preset.Protocol.Name);
        Assert.NotEmpty(preset.Partnership.Aliases);
        Assert.Empty(preset.People);
        Assert.Empty(preset.AllowedDomains);
        Assert.Null(preset.Activity);
        Assert.False(preset.Partnership.Fictional);
    }

    [Fact]
    public void The_demonstration_can_be_nobody_real()
    {
        var preset = PresetFile.Load(PresetFile.Demonstration);
        Assert.True(preset.Partnership.Fictional);
        Assert.All(
            preset.People,
            p => Assert.EndsWith(".example", p.Email, StringComparison.Ordinal)
        );
        Assert.All(
            preset.People,
            p => Assert.Matches("^(01632 960|07700 900)[0-9]{3}$", p.Telephone)
        );
        Assert.All(
            preset.Activity!.Streets,
            s => Assert.Matches("^ZZ99 [0-9][A-Z]{2}$", s.Postcode)
        );
        Assert.All(preset.AllowedDomains, d => Assert.Null(d.Problem()));
        Assert.DoesNotContain(
            "Cannock",
            string.Join(' ', preset.Memberships.Select(m => m.Label + m.Organisation)),
            StringComparison.Ordinal
        );
        Assert.Equal(
            preset.People.Count,
            preset.People.Select(p => p.Email).Distinct(StringComparer.Ordinal).Count()
        );
        Assert.Equal(
            preset.People.Count,
            preset.People.Select(p => p.Telephone).Distinct(StringComparer.Ordinal).Count()
        );
    }

    [Fact]
    public void The_demonstration_has_everyone_a_week_needs()
    {
        var people = PresetFile.Load(PresetFile.Demonstration).People;
        Assert.Equal(2, people.Count(p => p.Roles.Contains(Role.Coordinator)));
        Role[] needed =
        [
            Role.Chair,
            Role.Manager,
            Role.MinuteApprover,
            Role.Guest,
            Role.Analyst,
            Role.DataProtection,
            Role.Administrator,
        ];
        Assert.All(needed, r => Assert.Contains(people, p => p.Roles.Contains(r)));
        Assert.True(
            people.Count(p => p.Membership is not null && p.Roles.Contains(Role.Member)) >= 18
        );
        Assert.Contains(people, p => !p.HasAccount);
        Assert.All(people, p => Assert.True(p.Membership is null or (>= 1 and <= 26)));
    }

    [Fact]
    public void Stories_use_real_topics_and_members_and_put_only_initials_in_minutes()
    {
        var preset = PresetFile.Load(PresetFile.Demonstration);
        var topics = preset.Topics.Select(t => t.Label).ToHashSet(StringComparer.Ordinal);
        var stories = preset.Activity!.Stories;
        Assert.True(stories.Count >= 30);
        foreach (var story in stories)
        {
            Assert.Contains(story.Topic, topics);
            Assert.All(story.OtherTopics, t => Assert.Contains(t, topics));
            Assert.Equal(story.Kind is StoryKind.Place or StoryKind.Theme, story.People.Count == 0);
            Assert.NotEmpty(story.Actions);
            var referral = string.Join(
                ' ',
                story.Summary,
                story.TriedAlready,
                story.Asked,
                story.Title
            );
            Assert.DoesNotContain("{name", story.Title, StringComparison.Ordinal);
            var minutes = string.Join(
                ' ',
                story
                    .Actions.SelectMany(a => new[] { a.Text, a.Update, a.Result })
                    .Concat(story.Research.Select(r => r.Text))
                    .Append(story.Discussion)
                    .Append(story.Decision)
            );
            Assert.DoesNotContain("{name", minutes, StringComparison.Ordinal);
            Assert.DoesNotContain("{initials", referral, StringComparison.Ordinal);
            Assert.All(
                Numbered()
                    .Matches(referral + minutes)
                    .Select(m => int.Parse(m.Groups["n"].Value, null)),
                n => Assert.InRange(n, 1, story.People.Count)
            );
            Assert.All(
                story.People,
                p => Assert.True(p.SurnameOf is null || p.SurnameOf <= story.People.Count)
            );
            Assert.All(story.Actions, a => Assert.InRange(a.Owner, 1, 26));
            Assert.All(story.Research, r => Assert.InRange(r.Membership, 1, 26));
        }
    }

    [Fact]
    public void An_unknown_name_is_refused() =>
        Assert.Throws<ArgumentException>(() => PresetFile.Load("../common"));

    [GeneratedRegex(@"\{(name|initials)(?<n>[0-9]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();
}
