using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Partnership.Topics;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>What may be changed about a case itself.</summary>
public sealed class CaseDetails
{
    [Field(
        "Title",
        Hint = "A few words for the agenda, without names. For example: Repeated damage at a play area.",
        Required = "Enter a title",
        Limit = 120
    )]
    public string Title { get; set; } = "";

    [Field("Topics", Required = "Choose at least one topic")]
    public List<Guid> Topics { get; set; } = [];

    [Field(
        "Priorities it serves",
        Hint = "Those of the commissioner and of the partnership. The actions of the case count for the same, unless others are chosen for them."
    )]
    public List<Guid> Priorities { get; set; } = [];
}

/// <summary>Changes a case's title, topics and priorities (S0-9).</summary>
[Access(Permission.ManageCases)]
public sealed class EditModel(
    MoothallDb db,
    CaseFinder finder,
    CaseChoices choices,
    HubViewers viewers,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public CaseDetails Input { get; set; } = new();

    /// <summary>The version the person started from.</summary>
    [BindProperty]
    public int Version { get; set; }

    public HubCase Case { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Priorities { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel))
        {
            return NotFound();
        }

        Version = Case.Version;
        Input = new()
        {
            Title = Case.Title,
            Topics = Case.Topics.ConvertAll(topic => topic.Id),
            Priorities = Case.Priorities.ConvertAll(priority => priority.Id),
        };
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel))
        {
            return NotFound();
        }

        // What was retired or is over meanwhile cannot be newly chosen, whatever an old page offers.
        if (Input.Topics.Exists(id => Topics.All(one => one.Value != id.ToString())))
        {
            ModelState.AddModelError("Input.Topics", "Choose topics from the list.");
        }

        if (Input.Priorities.Exists(id => Priorities.All(one => one.Value != id.ToString())))
        {
            ModelState.AddModelError("Input.Priorities", "Choose priorities from the list.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var before = (Case.Title, Words(Case.Topics), Words(Case.Priorities));
        db.ExpectWhole(Case, Version);
        Case.Title = Input.Title;
        Keep(
            Case.Topics,
            await db.Set<Topic>().Where(t => Input.Topics.Contains(t.Id)).ToListAsync(cancel)
        );
        Keep(
            Case.Priorities,
            await db.Set<Priority>().Where(p => Input.Priorities.Contains(p.Id)).ToListAsync(cancel)
        );
        var after = (Case.Title, Words(Case.Topics), Words(Case.Priorities));
        if (before != after)
        {
            var viewer = await viewers.CurrentAsync(cancel);
            var changed = $"Title: {after.Title}\nTopics: {after.Item2}\nPriorities: {after.Item3}";
            Case.Happened(
                CaseEventKind.Edited,
                clock.GetUtcNow().UtcDateTime,
                viewer.Name,
                changed
            );
        }

        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The case is changed.";
        return Redirect($"/Cases/{Case.Reference}");
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken cancel)
    {
        if (await finder.ToManageAsync(reference, cancel) is not { } found)
        {
            return false;
        }

        Case = found;
        await db.Entry(Case).Collection(c => c.Topics).LoadAsync(cancel);
        await db.Entry(Case).Collection(c => c.Priorities).LoadAsync(cancel);
        Topics = await choices.TopicsAsync(Case, cancel);
        Priorities = await choices.PrioritiesAsync(Case.Priorities, cancel);
        return true;
    }

    private static string Words(IEnumerable<Topic> topics) =>
        string.Join(", ", topics.Select(topic => topic.Label).Order(StringComparer.Ordinal));

    private static string Words(IEnumerable<Priority> priorities) =>
        priorities.Select(priority => priority.Name).Order(StringComparer.Ordinal).ToList()
            is { Count: > 0 } names
            ? string.Join(", ", names)
            : "none";

    private static void Keep<T>(List<T> list, List<T> wanted)
        where T : Record
    {
        list.RemoveAll(one => !wanted.Exists(other => other.Id == one.Id));
        list.AddRange(wanted.Where(one => !list.Exists(other => other.Id == one.Id)));
    }
}
