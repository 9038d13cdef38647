using Moothall.Features.CommunitySafetyHub.Cases;

namespace Moothall.Tests.Features.CommunitySafetyHub.Cases;

/// <summary>A kept value is recognised in its usual spellings, and nothing else is taken for it.</summary>
public sealed class ProtectedTextTests
{
    private const string Address = "Flat 2, 17 Refuge Lane\nTestbourne\nZZ99 1AA";

    [Theory]
    [InlineData("moved to 17 Refuge Lane last week", true)]
    [InlineData("moved to 17, refuge ln. last week", true)]
    [InlineData("at 17\nREFUGE LANE", true)]
    [InlineData("somewhere in zz991aa", true)]
    [InlineData("117 Refuge Lane", false)]
    [InlineData("Refuge Lane was visited", false)]
    [InlineData("lives in Testbourne, flat 2", false)]
    public void An_address(string text, bool holds) =>
        Assert.Equal(holds, ProtectedText.Holds(text, ProtectedKind.Address, Address));

    [Theory]
    [InlineData("Rose Cottage, Mill Lane", "She is at Rose-Cottage now", true)]
    [InlineData("Rose Cottage, Mill Lane", "A rose at a cottage", false)]
    public void A_house_with_a_name(string address, string text, bool holds) =>
        Assert.Equal(holds, ProtectedText.Holds(text, ProtectedKind.Address, address));

    [Theory]
    [InlineData("ring 01632 960 123", true)]
    [InlineData("ring (01632) 960-123 after six", true)]
    [InlineData("ring +44 1632 960123", true)]
    [InlineData("ring 01632 960 124", false)]
    [InlineData("on 24 11 2026 at 10.00", false)]
    public void A_telephone_number(string text, bool holds) =>
        Assert.Equal(holds, ProtectedText.Holds(text, ProtectedKind.Telephone, "Mum 01632 960123"));
}
