using FsCheck;
using FsCheck.Fluent;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;

namespace Moothall.Tests.Features.CommunitySafetyHub.MeetingMinutes;

[Rule("S1-7.2j")]
[Rule("C9")]
public class SigningTests
{
    private static readonly DateTime Drafted = new(2026, 11, 24, 11, 5, 0, DateTimeKind.Utc);
    private static readonly Guid Ann = Guid.CreateVersion7();
    private static readonly Guid Bob = Guid.CreateVersion7();

    private static readonly SigningFacts Facts = new()
    {
        PersonId = Ann,
        InCommunitySafetyTeam = true,
        DraftedAtUtc = Drafted,
        Status = MinutesStatus.Draft,
        CurrentHash = "aa",
        ShownHash = "aa",
        Signatures = [],
        UnresolvedNames = 0,
    };

    [Fact]
    public void Two_different_people_and_no_one_twice()
    {
        Assert.True(Signing.MaySign(Facts).Allowed);
        var first = Sign(Ann, "Ann Field", "aa");
        var again = Signing.MaySign(Facts with { Signatures = [first] });
        Assert.False(again.Allowed);
        Assert.Contains("must be another person's", again.Reason, StringComparison.Ordinal);
        var second = Signing.MaySign(Facts with { PersonId = Bob, Signatures = [first] });
        Assert.True(second.Allowed);
        Assert.Equal("Ann Field has signed. Yours is the second signature.", second.Reason);
        Assert.False(
            Signing
                .MaySign(
                    Facts with
                    {
                        PersonId = Guid.CreateVersion7(),
                        Signatures = [first, Sign(Bob, "Bob", "aa")],
                    }
                )
                .Allowed
        );
    }

    [Fact]
    public void An_edit_voids_the_first_signature()
    {
        var first = Sign(Ann, "Ann Field", "aa");
        var edited = Facts with { CurrentHash = "bb", ShownHash = "bb", Signatures = [first] };
        var verdict = Signing.MaySign(edited);
        Assert.True(verdict.Allowed);
        Assert.Contains("no longer counts", verdict.Reason, StringComparison.Ordinal);
        var release = Signing.MayCirculate([first, Sign(Bob, "Bob", "bb")], "bb");
        Assert.False(release.Allowed);
        Assert.Contains("An edit voided", release.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void One_signs_what_one_was_shown() =>
        Assert.False(Signing.MaySign(Facts with { ShownHash = "older" }).Allowed);

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(false, null, false)]
    [InlineData(false, -1, true)] // named the day before
    [InlineData(false, 0, false)]
    [InlineData(false, 1, false)] // named when it was needed
    public void The_team_or_a_reserve_named_beforehand(
        bool team,
        int? namedDaysAfterDraft,
        bool allowed
    )
    {
        var facts = Facts with
        {
            InCommunitySafetyTeam = team,
            ReserveSinceUtc = namedDaysAfterDraft is { } days ? Drafted.AddDays(days) : null,
        };
        Assert.Equal(allowed, Signing.MaySign(facts).Allowed);
    }

    [Fact]
    public void Released_minutes_are_frozen() =>
        Assert.False(Signing.MaySign(Facts with { Status = MinutesStatus.Released }).Allowed);

    [Fact]
    public void Signing_waits_for_the_last_name()
    {
        Assert.Contains(
            "One name still stands",
            Signing.MaySign(Facts with { UnresolvedNames = 1 }).Reason,
            StringComparison.Ordinal
        );
        Assert.False(Signing.MaySign(Facts with { UnresolvedNames = 3 }).Allowed);
    }

    [Fact]
    public void Minutes_go_out_exactly_when_two_people_signed_the_text_as_it_stands()
    {
        var people = Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7()).ToArray();
        var signature =
            from p in Gen.Elements(people)
            from h in Gen.Elements("aa", "bb")
            select Sign(p, "P", h);
        Prop.ForAll(
                signature.ListOf().ToArbitrary(),
                all =>
                    Signing.MayCirculate(all, "aa").Allowed
                    == all.Where(s => s.TextHash == "aa").Select(s => s.UserId).Distinct().Count()
                        >= 2
            )
            .QuickCheckThrowOnFailure();
    }

    private static MinutesSignature Sign(Guid person, string name, string hash) =>
        new()
        {
            MinutesId = Guid.CreateVersion7(),
            UserId = person,
            Name = name,
            TextHash = hash,
            SignedAt = Drafted.AddHours(1),
        };
}
