using Moothall.Platform.Spelling;

namespace Moothall.Tests.Platform.Spelling;

public class JaroWinklerTests
{
    // The examples the measure's authors published.
    [Theory]
    [InlineData("martha", "marhta", 0.961)]
    [InlineData("dwayne", "duane", 0.840)]
    [InlineData("dixon", "dicksonx", 0.813)]
    [InlineData("abc", "abc", 1)]
    [InlineData("abc", "xyz", 0)]
    [InlineData("", "abc", 0)]
    public void Agrees_with_the_published_examples(string a, string b, double expected)
    {
        Assert.Equal(expected, JaroWinkler.Similarity(a, b), 0.001);
        Assert.Equal(expected, JaroWinkler.Similarity(b, a), 0.001);
    }
}
