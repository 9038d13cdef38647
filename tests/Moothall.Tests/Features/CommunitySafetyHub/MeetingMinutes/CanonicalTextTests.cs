using FsCheck;
using FsCheck.Fluent;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;

namespace Moothall.Tests.Features.CommunitySafetyHub.MeetingMinutes;

[Rule("S1-7.2j")]
public class CanonicalTextTests
{
    private static readonly MinutesContent Minutes = new(
        "Community Safety Hub, 24 November 2026",
        [
            new("1. Welcome", "Apologies: none."),
            new("2. CSH-2026-K7QM", "SO was visited.\nNo change at café."),
        ]
    );

    [Fact]
    public void The_form_is_settled()
    {
        Assert.Equal(
            "moothall minutes 1\ntitle: Community Safety Hub, 24 November 2026\nsection: 1. Welcome\n  Apologies: none.\n"
                + "section: 2. CSH-2026-K7QM\n  SO was visited.\n  No change at café.\n",
            CanonicalText.Of(Minutes)
        );
        var hash = CanonicalText.Hash(Minutes);
        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Matches("^[0-9a-f]{4}( [0-9a-f]{4}){3}$", CanonicalText.Short(hash));
        Assert.StartsWith(hash[..4], CanonicalText.Short(hash), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SO was visited.\r\nNo change at café.")]
    [InlineData("SO was visited.\rNo change at café.")]
    [InlineData("\n\nSO was visited.  \t\nNo change at café. \n\n")]
    [InlineData("SO was visited.\nNo change at cafe\u0301.")]
    public void White_space_nobody_sees_changes_nothing(string text) =>
        Assert.Equal(CanonicalText.Hash(Minutes), CanonicalText.Hash(With(text)));

    [Fact]
    public void Wording_cannot_pass_itself_off_as_structure()
    {
        var two = Minutes with { Sections = [new("1", "a"), new("2", "b")] };
        var one = Minutes with { Sections = [new("1", "a\nsection: 2\n  b")] };
        Assert.NotEqual(CanonicalText.Hash(two), CanonicalText.Hash(one));
        var headed = Minutes with { Sections = [new("1\n  a\nsection: 2", "b")] };
        Assert.NotEqual(CanonicalText.Hash(two), CanonicalText.Hash(headed));
    }

    [Fact]
    public void The_order_of_sections_is_part_of_the_text() =>
        Assert.NotEqual(
            CanonicalText.Hash(Minutes),
            CanonicalText.Hash(Minutes with { Sections = [.. Minutes.Sections.Reverse()] })
        );

    [Fact]
    public void Any_edit_one_can_see_changes_the_hash()
    {
        var edits =
            from text in ArbMap.Default.GeneratorFor<NonNull<string>>()
            from at in Gen.Choose(0, int.MaxValue - 1)
            from letter in Gen.Elements("abcXYZ0189.,;-é王ع".ToCharArray())
            select (Text: text.Get, At: at, Letter: letter);
        Prop.ForAll(
                edits.ToArbitrary(),
                e =>
                {
                    var before = CanonicalText.Hash(With(e.Text));
                    var at = e.At % (e.Text.Length + 1);
                    var inserted = e.Text.Insert(at, e.Letter.ToString());
                    // Taking the same letter out again is the same text; putting another in its place is not.
                    var other = e.Text.Insert(at, e.Letter == 'a' ? "b" : "a");
                    return CanonicalText.Hash(With(inserted)) != before
                        && CanonicalText.Hash(With(inserted.Remove(at, 1))) == before
                        && CanonicalText.Hash(With(other)) != CanonicalText.Hash(With(inserted));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Canonical_text_is_its_own_canonical_form()
    {
        Prop.ForAll(
                ArbMap.Default.ArbFor<NonNull<string>>(),
                s =>
                {
                    var once = Body(CanonicalText.Of(With(s.Get)));
                    return once == Body(CanonicalText.Of(With(once)));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    /// <summary>The text of the second section, its indent taken off.</summary>
    private static string Body(string canonical)
    {
        var lines = canonical.Split('\n');
        var from =
            Array.FindLastIndex(lines, l => l.StartsWith("section: ", StringComparison.Ordinal))
            + 1;
        return string.Join('\n', lines[from..^1].Select(l => l[2..]));
    }

    private static MinutesContent With(string text) =>
        Minutes with
        {
            Sections = [Minutes.Sections[0], Minutes.Sections[1] with { Text = text }],
        };
}
