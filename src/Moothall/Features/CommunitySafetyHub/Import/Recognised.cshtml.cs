using Microsoft.AspNetCore.Mvc;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

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

        drafts.Answer(
            View.Draft,
            Answers
                .Where(answer => Plan.Questions.Any(question => question.Key == answer.Key))
                .ToDictionary()
        );
        await db.SaveChangesAsync(cancel);
        View = await reading.OfAsync(View.Draft, cancel);
        if (Plan.Open.Count == 0)
        {
            return Redirect($"/BringIn/{id}/Preview");
        }

        TempData["Notice"] = "Your answers are kept. They raise one more question.";
        return Redirect($"/BringIn/{id}");
    }

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
