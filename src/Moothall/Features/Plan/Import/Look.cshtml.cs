using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.Plan.Import.Reading;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Documents.Outlines;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Import;

/// <summary>The document beside what it becomes, and questions about what is doubtful. Only its button makes the plan.</summary>
[Access(Permission.ManagePlan)]
public sealed class LookModel(MoothallDb db, PlanDesk desk, PlanWriter writer, TimeProvider clock)
    : PageModel
{
    private const int PageSize = 400;

    private static readonly (string About, string Title)[] Groups =
    [
        ("period", "The years of the plan"),
        ("column", "Columns that are not known"),
        ("heading", "Headings that may be priorities"),
        ("title", "Names of priorities"),
        ("same", "Priorities that the partnership has already"),
        ("priority", "Priorities that are written differently"),
        ("blank", "The column of priorities"),
        ("ahead", "What stands above the first action"),
        ("items", "Lists"),
        ("across", "Rows across a table"),
        ("strand", "Actions that look like headings"),
        ("line", "Lines that could be several things"),
        ("quarter", "Quarters"),
        ("date", "Dates"),
        ("rating", "Ratings of progress"),
        ("text-date", "Dates in the text of actions"),
        ("review", "What is ongoing"),
        ("agency", "Agencies"),
        ("text-agency", "Agencies in the text of actions"),
    ];

    /// <summary>Questions of one sort.</summary>
    public sealed record Group(string Title, IReadOnlyList<ImportQuestion> Questions, bool IsOpen);

    /// <summary>Answers by the question's key.</summary>
    [BindProperty]
    public Dictionary<string, string> Answers { get; set; } = [];

    /// <summary>Answers of one's own by the question's key.</summary>
    [BindProperty]
    public Dictionary<string, string> Typed { get; set; } = [];

    /// <summary>What the plan is called.</summary>
    [BindProperty]
    [Field("What the plan is called", Limit = 200, Conditional = true)]
    public string Title { get; set; } = "";

    /// <summary>What the person saw, so that nothing else is made.</summary>
    [BindProperty]
    public string Seen { get; set; } = "";

    /// <summary>The page of the document, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public PlanView View { get; private set; } = null!;
    public IReadOnlyList<Piece> Pieces { get; private set; } = [];
    public int Pages { get; private set; }

    /// <summary>What is in the file beside its text and is not read.</summary>
    public IEnumerable<Piece> Asides =>
        View.Outline.Asides.Where(one => !Reading.Read.ContainsKey(one.Number));

    private PlanReading Reading => View.Reading;

    /// <summary>The questions in the order in which one answers them; long groups begin closed once they are answered.</summary>
    public IEnumerable<Group> Questions =>
        Reading
            .Questions.GroupBy(one => Array.FindIndex(Groups, group => group.About == one.About))
            .OrderBy(group => group.Key < 0 ? Groups.Length : group.Key)
            .Select(group => new Group(
                group.Key < 0 ? "Other questions" : Groups[group.Key].Title,
                [.. group],
                group.Any(one => Reading.Open.Contains(one) || IsWrong(one))
            ));

    /// <summary>Whether it can be made into a plan: something was read, and nothing is left to ask.</summary>
    public bool MayMake =>
        View.Import.PlanId is null && Reading.Actions.Count > 0 && Reading.Open.Count == 0;

    /// <summary>How much was found, in words.</summary>
    public string Counts =>
        string.Join(
            ", ",
            [
                Count(Reading.Priorities.Count, "priority", "priorities"),
                .. Reading.Strands.Any()
                    ? [Count(Reading.Strands.Count(), "strand", "strands")]
                    : Array.Empty<string>(),
                Count(Reading.Actions.Count, "action", "actions"),
                Count(Reading.Unread.Count, "piece not read", "pieces not read"),
            ]
        );

    /// <summary>What is chosen for a question: what was answered here or to an earlier plan, else the suggestion.</summary>
    public string Chosen(ImportQuestion question) =>
        Answers.GetValueOrDefault(question.Key) ?? Shown(question).Chosen;

    /// <summary>Whether a priority is new, or which of the partnership's it is where that one is called otherwise.</summary>
    public static string Becomes(ReadPriority one) =>
        one.Known is not { } known ? ", new"
        : known.Name != one.Name ? $", the same as “{known.Name}”"
        : "";

    /// <summary>Whether the answer of one's own to it cannot be read.</summary>
    public bool IsWrong(ImportQuestion question) =>
        ModelState.GetFieldValidationState(TypedName(question)) == ModelValidationState.Invalid;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Title = Reading.Title;
        return Page();
    }

    /// <summary>Keeps the answers and reads the document again with them.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (View.Import.PlanId is not null)
        {
            ModelState.AddModelError("", "This document was made into a plan already.");
            return Page();
        }

        var answers = new Dictionary<string, string>();
        foreach (var question in Reading.Questions)
        {
            var (answer, problem) = AnswerForm.Taken(
                question,
                Answers.GetValueOrDefault(question.Key),
                Typed.GetValueOrDefault(question.Key),
                Shown(question).Typed
            );
            if (problem is not null)
            {
                ModelState.AddModelError(TypedName(question), problem);
            }
            else if (answer is not null)
            {
                answers[question.Key] = answer;
            }
        }

        if (!ModelState.IsValid)
        {
            Title = Reading.Title;
            return Page();
        }

        View.Import.Answer(answers);
        await db.SaveChangesAsync(cancel);
        Show(await desk.AgainAsync(View, cancel));
        TempData["Notice"] =
            Reading.Open.Count == 0
                ? "Your answers are kept. Look at the document and what it becomes, then make it the plan."
                : "Your answers are kept. They raise more questions.";
        return Redirect($"/Plan/BringIn/{id}");
    }

    /// <summary>Makes the plan, in one unit with its audit entry.</summary>
    public async Task<IActionResult> OnPostMakeAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (Title.Trim().Length == 0)
        {
            ModelState.AddModelError(nameof(Title), "Enter what the plan is called");
        }

        if (!MayMake || Seen != Digest())
        {
            ModelState.AddModelError(
                "",
                View.Import.PlanId is not null
                    ? "This document was made into a plan already."
                    : "Something has changed since this was shown. Look at it again, then make it the plan."
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var plan = await writer.WriteAsync(
            Reading with
            {
                Title = Title.Trim(),
            },
            clock.GetUtcNow().UtcDateTime,
            cancel
        );
        View.Import.PlanId = plan.Id;
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The plan is made. It is in preparation.";
        return Redirect($"/Plan/{plan.Id}");
    }

    /// <summary>What is shown, in short, so that the button makes that and nothing else.</summary>
    public string Digest()
    {
        var text = string.Join(
            '\n',
            Reading
                .Read.OrderBy(one => one.Key)
                .SelectMany(one => one.Value.Prepend($"{one.Key}"))
                .Concat(
                    Reading
                        .Priorities.Concat(Reading.Commissioners)
                        .Select(one => $"{one.Name} {one.Known?.Id}")
                )
                .Prepend($"{Reading.Period}")
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await desk.FindAsync(id, cancel) is not { } found)
        {
            return false;
        }

        Show(found);
        return true;
    }

    private void Show(PlanView view)
    {
        View = view;
        var pieces = view.Outline.Pieces.Where(piece => !piece.IsRule).ToList();
        Pages = (pieces.Count + PageSize - 1) / PageSize;
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, Pages));
        Pieces = [.. pieces.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        foreach (var question in Reading.Questions.Where(one => one.Own is not null))
        {
            Typed.TryAdd(question.Key, Shown(question).Typed);
        }
    }

    private (string Chosen, string Typed) Shown(ImportQuestion question) =>
        AnswerForm.Shown(question, desk.AnswerTo(question) ?? question.Suggestion);

    private static string TypedName(ImportQuestion question) => $"{nameof(Typed)}[{question.Key}]";

    private static string Count(int count, string one, string many) =>
        $"{Wording.Number(count)} {(count == 1 ? one : many)}";
}
