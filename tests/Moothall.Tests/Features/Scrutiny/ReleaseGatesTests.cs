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
}
