using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Settings;
using Moothall.Features.Partnership.Topics;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>What the form offers to choose from, read once a request.</summary>
public sealed class ReferralChoices(MoothallDb db, HubViewers viewers)
{
    /// <summary>The person filling the form in.</summary>
    public HubViewer Viewer { get; private set; } = null!;

    /// <summary>The hubs of the partnership; nearly always one.</summary>
    public IReadOnlyList<GovernanceBody> Hubs { get; private set; } = [];

    /// <summary>The topics in use, in the order of the published list.</summary>
    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    /// <summary>Every organisation for the team, which may record a referral for another; one's own for everyone else.</summary>
    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];

    /// <summary>The area of the partnership.</summary>
    public string AreaName { get; private set; } = "";

    /// <summary>Whether the viewer may record what another organisation told them (settled 16).</summary>
    public bool MayReferForOthers => Viewer.IsTeam;

    /// <summary>Reads them.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        Viewer = await viewers.CurrentAsync(cancel);
        var (isTeam, own) = (Viewer.IsTeam, Viewer.OrganisationId);
        Hubs = await db.Set<GovernanceBody>()
            .AsNoTracking()
            .Where(body => body.Type == BodyType.Hub)
            .OrderBy(body => body.Name)
            .ToListAsync(cancel);
        Topics = await db.Set<Topic>()
            .AsNoTracking()
            .Where(topic => !topic.IsRetired)
            .OrderBy(topic => topic.Order)
            .ThenBy(topic => topic.Label)
            .ToListAsync(cancel);
        Organisations = await db.Set<Organisation>()
            .AsNoTracking()
            .Where(organisation => isTeam || organisation.Id == own)
            .OrderBy(organisation => organisation.Name)
            .ToListAsync(cancel);
        AreaName =
            await db.Set<PartnershipSettings>().Select(s => s.AreaName).SingleOrDefaultAsync(cancel)
            ?? "the area";
    }

    /// <summary>The hubs to choose from.</summary>
    public IEnumerable<SelectListItem> HubItems =>
        Hubs.Select(hub => new SelectListItem(hub.Name, hub.Id.ToString()));

    /// <summary>The organisations to choose from.</summary>
    public IEnumerable<SelectListItem> OrganisationItems =>
        Organisations.Select(one => new SelectListItem(one.Name, one.Id.ToString()));

    /// <summary>The topics to choose from, today's legal term beside the label where the two differ (C23).</summary>
    public IEnumerable<SelectListItem> TopicItems =>
        Topics.Select(topic => new SelectListItem(
            topic.LegalTerm.Length == 0
            || string.Equals(topic.LegalTerm, topic.Label, StringComparison.OrdinalIgnoreCase)
                ? topic.Label
                : $"{topic.Label} ({topic.LegalTerm})",
            topic.Id.ToString()
        ));

    /// <summary>The topics by what they are, for the boxes of other topics.</summary>
    public IEnumerable<(string Heading, IEnumerable<Topic> Topics)> TopicGroups =>
        Topics
            .GroupBy(topic => topic.Kind)
            .OrderBy(group => group.Key)
            .Select(group => (HeadingOf(group.Key), group.AsEnumerable()));

    /// <summary>The reasons in law to choose from.</summary>
    public static IEnumerable<SelectListItem> GatewayItems =>
        SharingGateways.All.Select(one => new SelectListItem(
            $"{one.Words} ({one.Source})",
            one.Key
        ));

    private static string HeadingOf(TopicKind kind) =>
        kind switch
        {
            TopicKind.Problem => "Problems",
            TopicKind.Tool => "Tools and powers",
            TopicKind.Process => "Procedures",
            _ => "Information",
        };
}
