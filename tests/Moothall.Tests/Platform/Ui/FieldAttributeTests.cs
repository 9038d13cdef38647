using Moothall.Platform.Ui;

namespace Moothall.Tests.Platform.Ui;

public sealed class FieldAttributeTests
{
    private static readonly FieldAttribute Summary = new("Summary")
    {
        Rows = 8,
        Limit = 5000,
        Required = "Enter a summary",
    };
    private static readonly FieldAttribute Surname = new("Surname");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void A_required_text_that_is_missing_says_so_in_the_declared_words(string? text)
    {
        Assert.Equal("Enter a summary", Summary.Problem(text));
        Assert.Null(Surname.Problem(text));
    }

    [Fact]
    public void Too_long_names_the_field_the_limit_and_what_was_typed()
    {
        Assert.Null(Summary.Problem(new string('é', 5000)));
        Assert.Equal(
            "Summary must be 5,000 characters or fewer. You have typed 5,212.",
            Summary.Problem(new string('a', 5212))
        );
        Assert.NotNull(Summary.Problem(new string('a', 50_000)));
    }

    [Theory]
    [InlineData("O’Brien-D'Souza")]
    [InlineData("Zoë Nguyễn Þórsdóttir")]
    [InlineData("محمد بن سلمان")]
    [InlineData("\u202Bשלום\u202C")]
    [InlineData("👩‍👩‍👧‍👦 family")]
    [InlineData("李小龍")]
    public void Names_of_every_script_are_welcome(string name) =>
        Assert.Null(Surname.Problem(name));

    [Theory]
    [InlineData("Smi\0th", "just after “Smi”")]
    [InlineData("\u0007Smith", "Delete it, or type")]
    [InlineData("Smith\u009F", "just after “Smith”")]
    public void Characters_that_cannot_be_seen_are_refused_and_placed(string name, string place)
    {
        var problem = Surname.Problem(name);
        Assert.StartsWith(
            "Surname contains a character that cannot be seen or kept",
            problem,
            StringComparison.Ordinal
        );
        Assert.Contains(place, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_is_refused() =>
        Assert.Contains(
            "just after “Smith”",
            Surname.Problem("Smith" + (char)0xD83D),
            StringComparison.Ordinal
        );

    [Fact]
    public void Line_breaks_and_tabs_belong_in_text_areas_only()
    {
        Assert.Null(Summary.Problem("one\n\ttwo"));
        Assert.NotNull(Surname.Problem("one\ntwo"));
        Assert.NotNull(Surname.Problem("one\ttwo"));
        Assert.NotNull(Summary.Problem("one\0two"));
    }

    [Theory]
    [InlineData("name@example.gov.uk", true)]
    [InlineData("o'neill+hub@police.example.uk", true)]
    [InlineData("name@example", false)]
    [InlineData("name@@example.gov.uk", false)]
    [InlineData("name example@gov.uk", false)]
    [InlineData("name@example.gov.uk,other@example.gov.uk", false)]
    [InlineData("@example.gov.uk", false)]
    [InlineData("name@.uk", false)]
    public void An_email_address_has_the_shape_of_one(string text, bool sound) =>
        Assert.Equal(
            sound,
            new FieldAttribute("E-mail address") { Kind = FieldKind.Email }.Problem(text) is null
        );

    [Theory]
    [InlineData("01632 960 001", true)]
    [InlineData("+44 (0)1632 960001 ext 12", true)]
    [InlineData("999", true)]
    [InlineData("ask at the desk", false)]
    [InlineData("12", false)]
    public void A_telephone_number_has_the_shape_of_one(string text, bool sound) =>
        Assert.Equal(
            sound,
            new FieldAttribute("Telephone") { Kind = FieldKind.Telephone }.Problem(text) is null
        );

    [Fact]
    public void Numbers_keep_to_their_bounds()
    {
        var minutes = new FieldAttribute("Minutes") { Least = 1, Most = 60 };
        Assert.Null(minutes.Problem(60));
        Assert.Equal("Minutes must be between 1 and 60", minutes.Problem(61));
        Assert.Equal(
            "Minutes must be 1 or more",
            new FieldAttribute("Minutes") { Least = 1 }.Problem(0)
        );
        Assert.Equal(
            "Minutes must be 60 or less",
            new FieldAttribute("Minutes") { Most = 60 }.Problem(61)
        );
    }

    [Fact]
    public void A_tick_or_a_choice_can_be_required()
    {
        var agree = new FieldAttribute("I agree") { Required = "Tick to agree" };
        Assert.Equal("Tick to agree", agree.Problem(false));
        Assert.Null(agree.Problem(true));
        Assert.Equal("Tick to agree", agree.Problem(new List<string>()));
    }
}
