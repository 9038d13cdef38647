using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Scrutiny.Reviews;

/// <summary>A line of those who present.</summary>
public sealed class PresenterInput
{
    [Field("Agency", Conditional = true)]
    public Guid? OrganisationId { get; set; }

    [Field("Post", Limit = 200, Conditional = true)]
    public string Post { get; set; } = "";

    /// <summary>Whether nothing was said.</summary>
    public bool IsEmpty => OrganisationId is null && Post.Length == 0;
}

/// <summary>What one chooses from lists for a review.</summary>
public sealed class ReviewInput
{
    /// <summary>Who presents; empty lines are left out.</summary>
    public List<PresenterInput> Presenters { get; set; } = [];
}

/// <summary>The form that the new and the changed review share.</summary>
public abstract class ReviewForm(MoothallDb db, TimeProvider clock) : PageModel
{
    private const int Lines = 3;
    private const int SpareLines = 2;

    [BindProperty]
    public ReviewDetails Details { get; set; } = new();

    [BindProperty]
    public ReviewInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>Reads what the form offers.</summary>
    protected async Task ListAsync(CancellationToken cancel)
    {
        Organisations = await db.Set<Organisation>()
            .OrderBy(one => one.Name)
            .Select(one => new Choice(one.Name, one.Id))
            .ToItemsAsync(cancel);
        while (Input.Presenters.Count < Lines)
        {
            Input.Presenters.Add(new());
        }
    }

    /// <summary>Adds empty lines below those there are.</summary>
    protected void OfferMore() =>
        Input.Presenters.AddRange(
            Enumerable.Range(0, SpareLines).Select(_ => new PresenterInput())
        );

    /// <summary>Says beside each field what is wrong; the lists must be read.</summary>
    protected void Check()
    {
        foreach (var (field, problem) in Details.Problems(UkTime.Today(clock)))
        {
            ModelState.AddModelError($"Details.{field}", problem);
        }

        var known = Organisations.Select(one => one.Value).ToHashSet();
        for (var line = 0; line < Input.Presenters.Count; line++)
        {
            var one = Input.Presenters[line];
            if (one.IsEmpty)
            {
                continue;
            }

            if (one.OrganisationId is not { } id || !known.Contains(id.ToString()))
            {
                ModelState.AddModelError(
                    $"Input.Presenters[{line}].OrganisationId",
                    "Choose the agency that this post presented for."
                );
            }

            if (one.Post.Length == 0)
            {
                ModelState.AddModelError(
                    $"Input.Presenters[{line}].Post",
                    "Enter the post that presented."
                );
            }
        }
    }

    /// <summary>Writes what the form says; presenters only where they changed, so that the audit tells no more than happened.</summary>
    protected void ApplyTo(ScrutinyReview review)
    {
        review.Details = Details;
        var wanted = Input
            .Presenters.Where(one => !one.IsEmpty)
            .Select((one, index) => (Order: index + 1, Id: one.OrganisationId!.Value, one.Post))
            .ToList();
        if (
            review
                .Presenters.OrderBy(one => one.Order)
                .Select(one => (one.Order, one.OrganisationId, one.Post))
                .SequenceEqual(wanted)
        )
        {
            return;
        }

        review.Edits++;
        db.RemoveRange(review.Presenters);
        review.Presenters.Clear();
        foreach (var (order, id, post) in wanted)
        {
            var presenter = new ReviewPresenter
            {
                ReviewId = review.Id,
                Order = order,
                OrganisationId = id,
                Post = post,
            };
            review.Presenters.Add(presenter);
            db.Add(presenter);
        }
    }
}
