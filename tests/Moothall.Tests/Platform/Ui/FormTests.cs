using System.ComponentModel.DataAnnotations;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Moothall.Platform.Ui;
using Moothall.Platform.Ui.Controls;

namespace Moothall.Tests.Platform.Ui;

public sealed class FormTests
{
    private readonly UiBench<MatterDetails> bench = new();

    public enum MatterKind
    {
        [Display(Name = "A person"), TagColour("teal")]
        Person,
        GroupOfPeople,
    }

    public sealed class MatterDetails
    {
        [Field("Title", Required = "Enter a title", Hint = "A few words")]
        public string Title { get; set; } = "";

        [Field("Summary", Rows = 5, Limit = 20, Required = "Enter a summary")]
        public string Summary { get; set; } = "";

        [Field("Date of birth", Required = "Enter a date of birth")]
        public DateOnly? Born { get; set; }

        [Field("Kind of matter", Required = "Choose a kind of matter")]
        public MatterKind Kind { get; set; }

        [Field("Topics")]
        public List<string> Topics { get; set; } = [];

        [Field("This cannot wait")]
        public bool CannotWait { get; set; }

        [Field("Starts at")]
        public TimeOnly? Starts { get; set; }

        [Field("Minutes", Least = 1, Most = 60)]
        public int? Minutes { get; set; }

        [Field("Password", Kind = FieldKind.Password)]
        public string? Password { get; set; }

        public Guid NotForTheForm { get; set; }
    }

    private static readonly (string, string)[] Sound =
    [
        ("Title", "  Noise at night "),
        ("Summary", "One\r\ntwo"),
        ("Born.Day", "1"),
        ("Born.Month", "March"),
        ("Born.Year", "1985"),
        ("Kind", "GroupOfPeople"),
        ("Topics", "asb"),
        ("Topics", "noise"),
        ("CannotWait", "true"),
        ("CannotWait", "false"),
        ("Starts", "2.30pm"),
        ("Minutes", "5"),
        ("Password", " keeps its spaces "),
    ];

    [Fact]
    public async Task A_sound_form_binds_whole()
    {
        await bench.PostAsync(Sound);
        Assert.True(bench.State.IsValid);
        var details = bench.Details;
        Assert.Equal("Noise at night", details.Title);
        Assert.Equal("One\ntwo", details.Summary);
        Assert.Equal(new DateOnly(1985, 3, 1), details.Born);
        Assert.Equal(MatterKind.GroupOfPeople, details.Kind);
        Assert.Equal(["asb", "noise"], details.Topics);
        Assert.True(details.CannotWait);
        Assert.Equal(new TimeOnly(14, 30), details.Starts);
        Assert.Equal(5, details.Minutes);
        Assert.Equal(" keeps its spaces ", details.Password);
    }

    [Fact]
    public async Task Wrong_answers_are_named_in_plain_words()
    {
        await bench.PostAsync(
            ("Title", "  "),
            ("Summary", new string('a', 21)),
            ("Born.Day", "31"),
            ("Born.Month", "2"),
            ("Born.Year", "2026"),
            ("Starts", "25:00"),
            ("Minutes", "many")
        );
        Assert.False(bench.State.IsValid);
        Assert.Equal("Enter a title", bench.Error("Title"));
        Assert.Equal(
            "Summary must be 20 characters or fewer. You have typed 21.",
            bench.Error("Summary")
        );
        Assert.Equal("Date of birth: 31 February is not a date", bench.Error("Born"));
        Assert.Equal("Choose a kind of matter", bench.Error("Kind"));
        Assert.Equal("Starts at must be a time, like 10:00 or 2:30pm", bench.Error("Starts"));
        Assert.Equal("Minutes must be a whole number, like 3", bench.Error("Minutes"));
        Assert.Equal("", bench.Details.Title);
    }

    [Fact]
    public async Task A_forged_choice_is_refused_in_plain_words()
    {
        await bench.PostAsync([
            .. Sound.Where(pair => pair.Item1 != "Kind"),
            ("Kind", "Administrator"),
        ]);
        Assert.Equal("Kind of matter: choose one of the answers offered", bench.Error("Kind"));
    }

    [Fact]
    public async Task What_was_typed_stays_beside_its_error()
    {
        await bench.PostAsync(
            ("Born.Day", "31"),
            ("Born.Month", "Feb"),
            ("Born.Year", "2026"),
            ("Minutes", "many")
        );
        var born = bench.Draw(
            new FieldTagHelper { For = bench.Expression(page => page.Details.Born) }
        );
        var (day, month) = (
            born.GetElementById("Details_Born_Day")!,
            born.GetElementById("Details_Born_Month")!
        );
        Assert.Equal("31", day.GetAttribute("value"));
        Assert.Equal("Feb", month.GetAttribute("value"));
        Assert.Contains("govuk-input--error", day.ClassList);
        Assert.DoesNotContain("govuk-input--error", month.ClassList);
        Assert.Equal(
            "Details_Born-error",
            born.QuerySelector("fieldset")!.GetAttribute("aria-describedby")
        );
        Assert.NotNull(born.GetElementById("Details_Born-error"));
        var minutes = bench.Draw(
            new FieldTagHelper { For = bench.Expression(page => page.Details.Minutes) }
        );
        Assert.Equal("many", minutes.GetElementById("Details_Minutes")!.GetAttribute("value"));
    }

    [Fact]
    public void Kept_values_refill_every_kind_of_control()
    {
        foreach (var group in Sound.GroupBy(pair => pair.Item1))
        {
            var values = group.Select(pair => pair.Item2).ToArray();
            bench.State.SetModelValue("Details." + group.Key, new ValueProviderResult(values));
        }
        var page = bench.Draw(
            new FieldsTagHelper
            {
                For = bench.Expression(holder => holder.Details),
                Items = new Dictionary<string, IEnumerable<SelectListItem>>
                {
                    ["topics"] =
                    [
                        new("Anti-social behaviour", "asb"),
                        new("Noise", "noise"),
                        new("Fire", "fire"),
                    ],
                },
            }
        );
        string? Value(string id) => page.GetElementById("Details_" + id)!.GetAttribute("value");
        Assert.Equal("  Noise at night ", Value("Title"));
        Assert.Equal(
            "One\ntwo",
            (
                (IHtmlTextAreaElement)page.GetElementById("Details_Summary")!
            ).Value.ReplaceLineEndings("\n")
        );
        Assert.Equal("March", Value("Born_Month"));
        Assert.Equal("2.30pm", Value("Starts"));
        Assert.Null(Value("Password"));
        Assert.Equal(
            ["GroupOfPeople", "asb", "noise", "true"],
            page.QuerySelectorAll("input[checked]").Select(input => input.GetAttribute("value"))
        );
        Assert.Null(page.QuerySelector("[name='Details.NotForTheForm']"));
    }

    [Fact]
    public void Every_control_has_a_label_and_nothing_is_styled_inline()
    {
        var page = bench.Draw(
            new FieldsTagHelper { For = bench.Expression(holder => holder.Details) }
        );
        foreach (var control in page.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
        {
            Assert.NotNull(page.QuerySelector($"label[for='{control.Id}']"));
        }
        Assert.Empty(page.QuerySelectorAll("[style], script"));
        Assert.Equal("Title", page.QuerySelector("label")!.TextContent);
        Assert.Equal(
            "Starts at (optional)",
            page.QuerySelector("label[for=Details_Starts]")!.TextContent
        );
        Assert.Equal(
            "20",
            page.QuerySelector(".govuk-character-count")!.GetAttribute("data-maxlength")
        );
    }

    [Fact]
    public async Task The_summary_follows_the_page_not_the_order_of_posting()
    {
        await bench.PostAsync(
            ("Minutes", "many"),
            ("Born.Day", "1"),
            ("Born.Year", "1985"),
            ("Title", "")
        );
        bench.State.AddModelError("", "Someone else changed this");
        // It stands above the fields, which are drawn after it.
        var errors = bench.Process(new ErrorsTagHelper());
        bench.Draw(new FieldTagHelper { For = bench.Expression(page => page.Details.Minutes) });
        bench.Draw(
            new FieldsTagHelper { For = bench.Expression(page => page.Details), Except = "Minutes" }
        );
        var summary = UiBench<MatterDetails>.Parse(errors);
        Assert.Equal(
            [
                ("#Details_Minutes", "Minutes must be a whole number, like 3"),
                ("#Details_Title", "Enter a title"),
                ("#Details_Summary", "Enter a summary"),
                ("#Details_Born_Month", "Date of birth must include a month"),
                ("#Details_Kind", "Choose a kind of matter"),
            ],
            summary
                .QuerySelectorAll("li a")
                .Select(link => (link.GetAttribute("href")!, link.TextContent))
        );
        Assert.Equal(
            "Someone else changed this",
            summary.QuerySelector("li:last-child")!.TextContent
        );
        Assert.Empty(
            UiBench<MatterDetails>
                .Parse(bench.Process(new ErrorsTagHelper()))
                .QuerySelectorAll("li")
        );
    }
}
