using Microsoft.AspNetCore.Mvc;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>The second step: what each column was taken for and why, and questions about what is doubtful.</summary>
[Access(Permission.BringIn)]
public sealed class RecognisedModel(
    MoothallDb db,
    DraftReading reading,
    ImportDrafts drafts,
    ImportWriter writer
) : DraftPage
{
    /// <summary>Answers by the question's key.</summary>
    [BindProperty]
    public Dictionary<string, string> Answers { get; set; } = [];

    /// <summary>What each column is, by its key.</summary>
    [BindProperty]
    public Dictionary<string, string> Columns { get; set; } = [];

    /// <summary>What a column can be said to be.</summary>
    public IEnumerable<(string Value, string Words)> Fields =>
        HeadingWords
            .FieldsOf(Plan.Kind)
            .Select(one => (one.ToString(), DisplayNames.Of(one)))
            .Append((QuestionBook.LeaveOut, "Leave out"));

    /// <summary>The first column of each heading; what is said of it counts for all.</summary>
    public IReadOnlyDictionary<string, RecognisedTable> FirstTables =>
        Plan
            .Recognised.All.SelectMany(table => table.Columns.Select(column => (table, column.Key)))
            .DistinctBy(one => one.Key)
            .ToDictionary(one => one.Key, one => one.table);

    /// <summary>Imports of the same file that are in use.</summary>
    public IReadOnlyList<HubImport> Twice { get; private set; } = [];

    /// <summary>What is chosen for a question: what was answered, else the suggestion.</summary>
    public string Chosen(ImportQuestion question) =>
        new QuestionBook(drafts.AnswersOf(View.Draft)).Given(question) ?? question.Suggestion;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await LoadAsync(id, cancel) ? Page() : NotFound();

    /// <summary>Keeps the answers; what they raise anew is asked before the next step.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (View.Draft.ImportId is not null)
        {
            ModelState.AddModelError("", "This list was brought in already.");
            return Page();
        }

        var said = Said();
        drafts.Answer(
            View.Draft,
            Answers
                .Where(answer => Plan.Questions.Any(question => question.Key == answer.Key))
                .Concat(said)
                .ToDictionary()
        );
        await db.SaveChangesAsync(cancel);
        View = await reading.OfAsync(View.Draft, cancel);
        if (Plan.Recognised.Tables.Count == 0 && Plan.Kind != ImportKind.Minutes)
        {
            ModelState.AddModelError("", Recogniser.Needed(Plan.Kind));
            return Page();
        }

        if (Plan.Open.Count == 0)
        {
            return Redirect($"/BringIn/{id}/Preview");
        }

        TempData["Notice"] =
            said.Count > 0
                ? "The list is read again with your columns. It raises questions."
                : "Your answers are kept. They raise one more question.";
        return Redirect($"/BringIn/{id}");
    }

    // Whoever changes one column of a table has seen the others, and they stay what they were shown as.
    private Dictionary<string, string> Said() =>
        Plan
            .Recognised.All.Where(table =>
                table.Columns.Any(column =>
                    Columns.TryGetValue(column.Key, out var said) && said != column.Reading
                )
            )
            .SelectMany(table => table.Columns)
            .Select(column => column.Key)
            .Distinct()
            .Where(Columns.ContainsKey)
            .ToDictionary(key => key, key => Columns[key]);

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await reading.FindAsync(id, cancel) is not { } found)
        {
            return false;
        }

        View = found;
        Twice = await writer.EarlierAsync(found.File.Content, cancel);
        return true;
    }
}
