using FsCheck;
using FsCheck.Fluent;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.Partnership.Presets;

namespace Moothall.Tests.Features.CommunitySafetyHub.Circulation;

[Rule("S1-7.2h")]
[Rule("C1")]
public class SecureDomainsTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly AllowedDomain Council = new(
        "aldermere.example",
        "TLS enforced, DMARC reject",
        new(2026, 5, 3),
        new(2027, 5, 2)
    );

    [Theory]
    [InlineData("a@nhs.net", AddressStanding.Secure)]
    [InlineData("a@trust.nhs.net", AddressStanding.Secure)]
    [InlineData("a@NHS.Net", AddressStanding.Secure)]
    [InlineData(" a@nhs.net. ", AddressStanding.Secure)]
    [InlineData("a@police.cjsm.net", AddressStanding.Secure)]
    [InlineData("a@unit.mod.uk", AddressStanding.Secure)]
    [InlineData("a@evilnhs.net", AddressStanding.NotListed)] // not on a label boundary
    [InlineData("a@nhs.net.evil.example", AddressStanding.NotListed)]
    [InlineData("a@xn--nhs-cja.net", AddressStanding.NotListed)] // what an imitation becomes in plain letters
    [InlineData("a@dept.gsi.gov.uk", AddressStanding.Retired)]
    [InlineData("a@gcsx.gov.uk", AddressStanding.Retired)]
    [InlineData("a@x.gse.gov.uk", AddressStanding.Retired)]
    [InlineData("a@x.gsx.gov.uk", AddressStanding.Retired)]
    [InlineData("a@evilgsi.gov.uk", AddressStanding.NotListed)]
    [InlineData("a@force.pnn.police.uk", AddressStanding.Superseded)]
    [InlineData("a@hscic.gov.uk", AddressStanding.Superseded)]
    [InlineData("a@x.scn.gov.uk", AddressStanding.Superseded)]
    [InlineData("a@aldermere.example", AddressStanding.Secure)]
    [InlineData("a@housing.aldermere.example", AddressStanding.Secure)]
    [InlineData("a@notaldermere.example", AddressStanding.NotListed)]
    [InlineData("user@evil@nhs.net", AddressStanding.Malformed)]
    [InlineData("\"a@evil.example\"@nhs.net", AddressStanding.Malformed)]
    [InlineData("a@nhs.net,b@evil.example", AddressStanding.Malformed)]
    [InlineData("a@nhs.net\r\nBcc: b@evil.example", AddressStanding.Malformed)]
    [InlineData("a b@nhs.net", AddressStanding.Malformed)]
    [InlineData("a@nhѕ.net", AddressStanding.Malformed)] // Cyrillic ѕ
    [InlineData("a@nhs。net", AddressStanding.Malformed)] // ideographic full stop
    [InlineData("a@nhs..net", AddressStanding.Malformed)]
    [InlineData("a@.nhs.net", AddressStanding.Malformed)]
    [InlineData("a@-nhs.net", AddressStanding.Malformed)]
    [InlineData("@nhs.net", AddressStanding.Malformed)]
    [InlineData("nhs.net", AddressStanding.Malformed)]
    [InlineData("", AddressStanding.Malformed)]
    [InlineData(null, AddressStanding.Malformed)]
    public void Each_address_stands_where_it_should(string? address, AddressStanding standing) =>
        Assert.Equal(standing, List(Council).Check(address, Today).Standing);

    [Fact]
    public void The_reason_names_the_list_and_the_check()
    {
        Assert.Equal(
            "aldermere.example is on the partnership's list, checked 3 May 2026",
            List(Council).Check("a@aldermere.example", Today).Reason
        );
        Assert.Equal(
            "gsi.gov.uk was retired in March 2019: an address there can no longer be trusted",
            List().Check("a@x.gsi.gov.uk", Today).Reason
        );
    }

    [Fact]
    public void A_lapsed_entry_counts_no_longer_even_for_a_live_suffix()
    {
        var lapsed = new AllowedDomain("nhs.net", "TLS", new(2025, 5, 3), new(2026, 5, 2));
        var verdict = List(lapsed).Check("a@nhs.net", Today);
        Assert.Equal(AddressStanding.Lapsed, verdict.Standing);
        Assert.Contains("checked again by 2 May 2026", verdict.Reason, StringComparison.Ordinal);
        Assert.True(
            List(lapsed).Check("a@nhs.net", new(2026, 5, 2)).Secure,
            "the review date itself still counts"
        );
        Assert.False(List(lapsed).Check("a@nhs.net", new(2026, 5, 3)).Secure);
    }

    [Fact]
    public void The_narrowest_entry_decides()
    {
        var lapsedUnit = Council with
        {
            Domain = "old.aldermere.example",
            ReviewOn = new(2026, 6, 1),
        };
        Assert.False(List(Council, lapsedUnit).Check("a@old.aldermere.example", Today).Secure);
        Assert.True(List(Council, lapsedUnit).Check("a@new.aldermere.example", Today).Secure);
    }

    [Fact]
    public void No_entry_brings_a_retired_suffix_back()
    {
        var attempt = Council with { Domain = "cannockchasedc.gcsx.gov.uk" };
        Assert.Equal(
            AddressStanding.Retired,
            List(attempt).Check("p@cannockchasedc.gcsx.gov.uk", Today).Standing
        );
    }

    [Fact]
    public void The_partnerships_own_check_brings_back_a_superseded_one() =>
        Assert.True(
            List(Council with { Domain = "force.pnn.police.uk" })
                .Check("a@force.pnn.police.uk", Today)
                .Secure
        );

    [Fact]
    public void An_entry_counts_from_its_check() =>
        Assert.False(List(Council).Check("a@aldermere.example", new(2026, 5, 2)).Secure);

    [Theory]
    [InlineData("gov.uk")]
    [InlineData("Org.uk.")]
    [InlineData("uk")]
    [InlineData("*.council.gov.uk")]
    [InlineData("cоuncil.gov.uk")] // Cyrillic о
    public void Too_wide_or_unreadable_entries_are_refused_and_never_count(string domain)
    {
        var entry = Council with { Domain = domain };
        Assert.NotNull(entry.Problem());
        Assert.Equal(
            AddressStanding.NotListed,
            List(entry).Check("a@some.council.gov.uk", Today).Standing
        );
    }

    [Fact]
    public void Evidence_and_dates_are_asked_for()
    {
        Assert.Null(Council.Problem());
        Assert.NotNull((Council with { Evidence = " " }).Problem());
        Assert.NotNull((Council with { ReviewOn = new(2026, 5, 2) }).Problem());
    }

    [Fact]
    public void A_letter_stuck_before_a_secure_suffix_never_counts()
    {
        var list = List(Council);
        var glued =
            from label in Gen.Elements('a', 'z', '0', '9', 'x').NonEmptyListOf()
            from suffix in Gen.Elements("nhs.net", "cjsm.net", "mod.uk", "aldermere.example")
            select (Label: string.Concat(label), Suffix: suffix);
        Prop.ForAll(
                glued.ToArbitrary(),
                g =>
                    !list.Check($"a@{g.Label}{g.Suffix}", Today).Secure
                    && (g.Label.Length > 63 || list.Check($"a@{g.Label}.{g.Suffix}", Today).Secure)
            )
            .QuickCheckThrowOnFailure();
    }

    internal static SecureDomains List(params AllowedDomain[] own) =>
        new(PresetFile.Load("cannock-chase").HistoricSuffixes, own);
}
