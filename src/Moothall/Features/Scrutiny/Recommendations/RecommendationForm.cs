using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Scrutiny.Recommendations;

/// <summary>What one chooses from lists for a recommendation.</summary>
public sealed class RecommendationInput
{
    [Field(
        "Agencies that reply",
        Conditional = true,
        Hint = "A report goes to every responsible authority and co-operating body; each replies for itself."
    )]
    public List<Guid> Recipients { get; set; } = [];

    [Field("The partner", Conditional = true)]
    public Guid? PartnerId { get; set; }

    [Field("Agency that answers for its being done")]
    public Guid? OwnerId { get; set; }
}

/// <summary>The form that the new and the changed recommendation share: its lists, its checks and what it writes.</summary>
public abstract class RecommendationForm(MoothallDb db, TimeProvider clock) : PageModel
{
    [BindProperty]
    public RecommendationDetails Details { get; set; } = new();

    [BindProperty]
    public RecommendationInput Input { get; set; } = new();

    /// <summary>Whether it comes from a sitting; a report without one is named in the form.</summary>
    public bool HasReview { get; protected set; }

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>Reads what the form offers.</summary>
    protected async Task ListAsync(CancellationToken cancel) =>
        Organisations = await db.Set<Organisation>()
            .OrderByDescending(one => one.IsResponsibleAuthority)
            .ThenBy(one => one.Name)
            .Select(one => new Choice(one.Name, one.Id))
            .ToItemsAsync(cancel);

    /// <summary>
    /// Those to whom a recommendation goes unless somebody says otherwise: every responsible authority, whether or not it sits in
    /// the hub (R4.2).
    /// </summary>
    protected Task<List<Guid>> UsualRecipientsAsync(CancellationToken cancel) =>
        db.Set<Organisation>()
            .Where(one => one.IsResponsibleAuthority)
            .Select(one => one.Id)
            .ToListAsync(cancel);

    /// <summary>Says beside each field what is wrong; the lists must be read.</summary>
    /// <param name="replied">The recipients that have replied, by name: they stay.</param>
    /// <param name="dated">Its date until now; it stays once somebody has replied by it.</param>
    protected void Check(
        IReadOnlyCollection<(Guid Id, string Name)> replied,
        DateOnly? dated = null
    )
    {
        foreach (var (field, problem) in Details.Problems(HasReview, UkTime.Today(clock)))
        {
            ModelState.AddModelError($"Details.{field}", problem);
        }

        if (replied.Count > 0 && dated is { } date && Details.DatedOn != date)
        {
            ModelState.AddModelError(
                "Details.DatedOn",
                $"Replies were given to it and were due by its date. It stays {UkTime.Date(date)}."
            );
        }

        var known = Organisations.Select(one => one.Value).ToHashSet();
        bool Unknown(Guid? id) => id is { } some && !known.Contains(some.ToString());
        if (Unknown(Input.OwnerId))
        {
            ModelState.AddModelError("Input.OwnerId", "Choose an agency from the list.");
        }

        if (Details.Kind == RecommendationKind.OnePartner)
        {
            if (Input.PartnerId is null || Unknown(Input.PartnerId))
            {
                ModelState.AddModelError("Input.PartnerId", "Choose the partner it is about.");
            }

            Input.Recipients.Clear();
        }
        else if (Input.Recipients.Count == 0 || Input.Recipients.Exists(id => Unknown(id)))
        {
            ModelState.AddModelError("Input.Recipients", "Choose the agencies that reply.");
        }

        var gone = replied.Where(one => !Input.Recipients.Contains(one.Id)).ToList();
        if (gone.Count > 0)
        {
            ModelState.AddModelError(
                Details.Kind == RecommendationKind.OnePartner ? "Details.Kind" : "Input.Recipients",
                $"{string.Join(", ", gone.Select(one => one.Name))} replied already and stays among those that reply."
            );
        }
    }

    /// <summary>Writes what the form says.</summary>
    protected void ApplyTo(ScrutinyRecommendation one, ScrutinyLaw law)
    {
        var isPartners = Details.Kind == RecommendationKind.Partnership;
        if (isPartners)
        {
            // What belongs to the other kind would be read as if it held.
            (Details.GoverningBody, Details.ReferredOn) = ("", null);
        }

        if (HasReview)
        {
            Details.Report = "";
        }

        one.Details = Details;
        one.OwnerId = Input.OwnerId;
        one.PartnerId = isPartners ? null : Input.PartnerId;
        one.ReplyBy = isPartners ? law.ReplyBy(Details.DatedOn!.Value).By : null;
        one.Edits++;
        var wanted = Input.Recipients.ToHashSet();
        foreach (
            var reply in one.Replies.Where(reply => !wanted.Remove(reply.OrganisationId)).ToList()
        )
        {
            one.Replies.Remove(reply);
            db.Remove(reply);
        }

        foreach (var id in wanted)
        {
            var reply = new Replies.ScrutinyReply
            {
                RecommendationId = one.Id,
                OrganisationId = id,
            };
            one.Replies.Add(reply);
            db.Add(reply);
        }
    }
}
