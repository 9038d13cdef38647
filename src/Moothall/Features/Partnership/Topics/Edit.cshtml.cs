using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Topics;

/// <summary>Adds a topic, changes one or retires it. None is deleted: cases refer to them.</summary>
[Access(Permission.ManagePartnership)]
public sealed class EditModel(MoothallDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public TopicInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (Id is null)
        {
            return Page();
        }

        var topic = await db.Set<Topic>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == Id);
        if (topic is null)
        {
            return NotFound();
        }

        (Input, Version) = (TopicInput.Of(topic), topic.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var topic = Id is null
            ? new Topic { Label = "", Kind = TopicKind.Problem }
            : await db.Set<Topic>().SingleOrDefaultAsync(one => one.Id == Id);
        if (topic is null)
        {
            return NotFound();
        }

        if (Id is null && Input.AddedBecause.Length == 0)
        {
            ModelState.AddModelError("Input.AddedBecause", "Say why the topic is added.");
        }

        if (
            Input.Label.Length > 0
            && await db.Set<Topic>().AnyAsync(one => one.Label == Input.Label && one.Id != Id)
        )
        {
            ModelState.AddModelError("Input.Label", "There is a topic with this label already.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Id is null)
        {
            topic.Order = (await db.Set<Topic>().MaxAsync(one => (int?)one.Order) ?? 0) + 1;
            db.Add(topic);
        }
        else
        {
            db.Expect(topic, Version);
        }

        Input.ApplyTo(topic);
        await db.SaveChangesAsync();
        TempData["Notice"] = topic.IsRetired
            ? $"{topic.Label} is retired."
            : $"{topic.Label} is saved.";
        return RedirectToPage("Index");
    }
}
