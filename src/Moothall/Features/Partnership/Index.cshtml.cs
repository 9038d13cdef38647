using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.Partnership.Statements;
using Moothall.Platform.Access;

namespace Moothall.Features.Partnership;

/// <summary>The partnership's own settings, each on a page of its own.</summary>
[Access(Permission.ManagePartnership)]
public sealed class IndexModel(CurrentUser user) : PageModel
{
    /// <summary>A line of the list: what it is, where, and what it is for.</summary>
    public sealed record Entry(string Text, string Page, string Purpose)
    {
        /// <summary>What else it takes to open the page.</summary>
        public Permission Needs { get; init; } = Permission.ManagePartnership;

        /// <summary>Route values of the page.</summary>
        public object? Values { get; init; }
    }

    /// <summary>Those of the pages that the reader may open.</summary>
    public IEnumerable<Entry> Shown => Entries.Where(entry => user.May(entry.Needs));

    /// <summary>The pages, in the order someone setting up a partnership needs them.</summary>
    public IReadOnlyList<Entry> Entries { get; } =
    [
        new(
            "Name, colour and contact",
            "/Partnership/Settings/Index",
            "The name on every page, other names in use, the sharing protocol, how to reach the team and the data protection officer."
        ),
        new(
            "Bodies",
            "/Partnership/Bodies/Index",
            "The hub and the other standing groups: when they meet, when referrals close, when their terms are due for review."
        ),
        new(
            "Members",
            "/Partnership/Members/Index",
            "Who belongs to the hub, on what basis they share information, and who represents them."
        ),
        new(
            "Information sharing protocol",
            "/Partnership/SharingProtocols/Index",
            "Who has signed, when each signature is due for review, and when members were last reminded."
        ),
        new(
            "Confidentiality agreement",
            "/Partnership/SharingProtocols/Wordings",
            "The statements everyone signs before a meeting, by version."
        ),
        new(
            "Secure e-mail domains",
            "/Partnership/SharingProtocols/SecureDomains",
            "Where minutes may be sent as they are, with the evidence."
        ),
        new(
            "Topics",
            "/Partnership/Topics/Index",
            "The subjects of the hub, and who sees a case of each unless someone decides otherwise."
        ),
        new(
            "Priorities",
            "/Partnership/Priorities/Index",
            "What the partnership and the local policing body have set themselves."
        ),
        new(
            "Plans",
            "/Plan/Index",
            "The partnership plan: its priorities and actions, brought in from the document you have."
        )
        {
            Needs = Permission.SeePlan,
        },
        new(
            "Public pages",
            "/Public/Publishing/Index",
            "What everybody can read, what waits for a second person, and what was withdrawn."
        )
        {
            Needs = Permission.Publish,
        },
        new(
            "Initiatives",
            "/Plan/Initiatives/Index",
            "What partners do: campaigns, works, programmes and training, whom they reach and who pays."
        )
        {
            Needs = Permission.SeeInitiatives,
        },
        new(
            "Calendar",
            "/Partnership/Calendar/Index",
            "A year on one page: awareness weeks, campaigns, events, meetings and what the law asks by when."
        )
        {
            Needs = Permission.SeeCalendar,
        },
        new(
            "Work of the bodies",
            "/Partnership/Bodies/Overview",
            "Terms of reference, members, meetings, actions and documents of the boards and groups."
        )
        {
            Needs = Permission.SeeBodies,
        },
        new(
            "Legal periods and numbers",
            "/Partnership/LegalParameters/Index",
            "Numbers that law or the terms of reference set, each with its source and its first day."
        ),
        new(
            "Accessibility statement",
            "/Partnership/Statements/Edit",
            "The partnership's own words. Everybody can read them once they are confirmed."
        )
        {
            Needs = Permission.PublishStatements,
            Values = new { kind = StatementKind.Accessibility },
        },
        new(
            "Privacy notice",
            "/Partnership/Statements/Edit",
            "The partnership's own words. Everybody can read them once they are confirmed."
        )
        {
            Needs = Permission.PublishStatements,
            Values = new { kind = StatementKind.Privacy },
        },
        new("Roles", "/Admin/Roles/Index", "What each role may do in this product."),
    ];
}
