using FsCheck;
using FsCheck.Fluent;
using Moothall.Matching;

namespace Moothall.Tests.Matching;

public sealed class TextDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("smith", "smith", 0)]
    [InlineData("smith", "smth", 1)]
    [InlineData("smith", "smithe", 1)]
    [InlineData("smith", "smyth", 1)]
    [InlineData("smith", "msith", 1)]
    [InlineData("smith", "simth", 1)]
    [InlineData("wallaby place", "walaby palce", 2)]
    [InlineData("smith", "jones", 3)]
    [InlineData("a", "abcdef", 3)]
    public void Edits_are_counted_up_to_the_limit(string left, string right, int edits)
    {
        Assert.Equal(edits, TextDistance.Edits(left, right, 2));
        Assert.Equal(edits, TextDistance.Edits(right, left, 2));
        Assert.Equal(Math.Min(edits, 2), TextDistance.Edits(left, right, 1));
    }

    [Fact]
    public void One_edit_is_one_edit_by_either_way_of_counting() =>
        Prop.ForAll<NonNull<string>, int, char>(
                (text, where, letter) =>
                {
                    var position = (int)((uint)where % (uint)(text.Get.Length + 1));
                    var changed = text.Get.Insert(position, letter.ToString());
                    return TextDistance.Edits(text.Get, changed, 1) == 1
                        && TextDistance.Edits(changed, text.Get, 2) == 1;
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("martha", "marhta", 0.961)]
    [InlineData("dwayne", "duane", 0.840)]
    [InlineData("dixon", "dicksonx", 0.813)]
    [InlineData("same", "same", 1)]
    [InlineData("abc", "xyz", 0)]
    [InlineData("", "xyz", 0)]
    public void Similarity_is_that_of_Jaro_and_Winkler(
        string left,
        string right,
        double similarity
    ) => Assert.Equal(similarity, TextDistance.JaroWinkler(left, right), 3);

    [Fact]
    public void Similarity_is_symmetrical_and_a_share() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>(
                (left, right) =>
                {
                    var there = TextDistance.JaroWinkler(left.Get, right.Get);
                    var back = TextDistance.JaroWinkler(right.Get, left.Get);
                    return there is >= 0 and <= 1 && Math.Abs(there - back) < 0.2;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Letters_in_common_are_never_fewer_than_those_that_Jaro_finds() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>(
                (left, right) =>
                    TextDistance.JaroWinkler(left.Get, right.Get) < 0.85
                    || TextDistance.LettersInCommon(left.Get, right.Get)
                        * (1.0 / left.Get.Length + 1.0 / right.Get.Length)
                        >= 1.25
            )
            .QuickCheckThrowOnFailure();
}
