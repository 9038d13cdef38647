using Moothall.Features.Scrutiny.Requests;

namespace Moothall.Tests.Features.Scrutiny;

/// <summary>What is wrong with an answer to a request for information.</summary>
public sealed class ReleaseGatesTests
{
    [Fact]
    public void What_follows_comes_after_what_was_given_and_something_is_answered()
    {
        IEnumerable<string> Wrong(ReleaseDetails release) =>
            ReleaseGates
                .Problems(release, new(2026, 11, 18), new(2026, 11, 23))
                .Select(one => one.Field);
        var given = new ReleaseDetails
        {
            Naming = Naming.Depersonalised,
            Prejudice = Prejudice.None,
            GivenOn = new(2026, 11, 20),
            Given = "A table",
            Left = "Costs",
            RestOn = new(2026, 11, 19),
        };
        Assert.Equal(["RestOn"], Wrong(given));
        given.RestOn = new(2026, 11, 20);
        Assert.Empty(Wrong(given));
        Assert.Equal(["Prejudice"], Wrong(new()));
        Assert.Empty(Wrong(new() { Naming = Naming.Depersonalised }));
    }

    [Theory]
    [InlineData(Prejudice.Likely, 17, true)]
    [InlineData(Prejudice.Likely, 18, false)]
    [InlineData(Prejudice.Likely, 23, false)]
    [InlineData(Prejudice.Likely, 24, true)]
    [InlineData(Prejudice.None, 20, true)]
    public void The_committee_is_told_of_what_is_not_given_after_it_asked_and_not_tomorrow(
        Prejudice prejudice,
        int day,
        bool isWrong
    )
    {
        var release = new ReleaseDetails
        {
            Prejudice = prejudice,
            WhichPrejudice = "Operation Lantern",
            ToldOn = new(2026, 11, day),
        };
        Assert.Equal(
            isWrong ? [nameof(release.ToldOn)] : [],
            ReleaseGates
                .Problems(release, new(2026, 11, 18), new(2026, 11, 23))
                .Select(one => one.Field)
        );
    }
}
