using static Moothall.Platform.Access.Permission;

namespace Moothall.Features.Help;

/// <summary>What the help holds: first what everybody needs, then the week in its order, then what keeps the product running.</summary>
public static partial class HelpTopics
{
    public static IReadOnlyList<HelpTopic> All { get; } =
    [
        new(
            "signing-in",
            "Sign in",
            null,
            [
                "Enter your e-mail address at work and your password.",
                "Open the authenticator app on your telephone.",
                "Enter the six digits that it shows for this product. They change every half minute.",
            ]
        )
        {
            Start = ("Sign in", "/Account/SignIn"),
            After =
                "After too many wrong tries you have to wait 15 minutes. Your administrator can let you try again sooner.",
        },
        new(
            "lost-telephone",
            "You lost your telephone or forgot your password",
            null,
            [
                "No telephone: enter one of the recovery codes that you wrote down in place of the six digits. Each works once.",
                "No code, or no password: ask your administrator for a new link. With it you choose a password and set the app up again.",
                "New telephone: sign in and set up the app under your account before you give the old one away.",
            ]
        )
        {
            IsInOrder = false,
        },
        new(
            "refer",
            "Refer somebody",
            MakeReferral,
            [
                "Choose Referrals, then Make a referral. It is one page.",
                "Say what it is about, in a title without names.",
                "Add each person with full name and date of birth. If there may be a record already, the team checks.",
                "Keep what happened apart from what you think of it. Say what has been tried.",
                "Send it. The page says which meeting it goes to, and whether it is late.",
            ]
        )
        {
            Start = ("Make a referral", "/Referrals/New"),
            After =
                "What you type is kept as a draft while you type. In danger to life ring 999 first.",
        },
        new(
            "why-share",
            "Why may you share this?",
            MakeReferral,
            [
                "Choose the law that lets your agency give this to the hub. The usual one is chosen for you.",
                "Section 115 of the Crime and Disorder Act 1998 lets anybody give information to the police, a council, probation, health bodies, the fire service and landlords of social housing where it is needed to reduce crime and disorder.",
                "It is a power and no duty: say in a sentence why this information is needed, and give no more than that takes.",
                "If you are not sure, ask your own data protection officer before you send it.",
            ]
        ),
        new(
            "research",
            "Look up your own records before a meeting",
            ResearchItems,
            [
                "Open the meeting from This week, then Research the names.",
                "Look each person up in your own agency’s records.",
                "One click says that you know nothing of them. Otherwise write what the hub needs.",
            ]
        )
        {
            Start = ("Meetings", "/Meetings"),
        },
        new(
            "sign",
            "Sign for a meeting",
            AttendMeeting,
            [
                "From the day before, This week shows the meeting. Open it and choose Sign the confidentiality agreement.",
                "Read the statements, then choose Agree and sign. Until you have, the cases stay shut.",
                "On the day, open the live meeting. Every screen follows the chair.",
            ]
        )
        {
            Start = ("Meetings", "/Meetings"),
            After =
                "No device in the room? The statements can be read to you, or signed on paper. The coordinator records it.",
        },
        new(
            "action",
            "Update an action",
            UpdateActions,
            [
                "Open Actions. Your agency’s are at the top.",
                "If nothing has happened, choose No change: one click.",
                "Otherwise open it, say how far it is and what was done, and choose Report.",
            ]
        )
        {
            Start = ("Actions", "/Actions"),
            After =
                "An action that you report as done stays on the list until the hub decides that it is resolved.",
        },
        new(
            "minutes",
            "Read minutes",
            ReadMinutes,
            [
                "Open Minutes, or the link in the message that told you of them.",
                "Read them on the page: this copy is the safest one.",
                "Choose I have read these minutes. You then answer for your copy and what is in it.",
            ]
        )
        {
            Start = ("Minutes", "/Minutes"),
            After =
                "If you get a locked file instead, ring the team for the month’s password. It is never sent in writing.",
        },
        new(
            "triage",
            "Decide on referrals",
            TriageReferral,
            [
                "Open a referral from This week.",
                "Take it to the hub, return it to ordinary working, or join it to a case.",
                "Give the reason. Whoever sent it is told that there is an answer.",
            ]
        )
        {
            Start = ("Referrals", "/Referrals"),
        },
        new(
            "agenda",
            "Prepare and publish an agenda",
            ManageAgenda,
            [
                "Open the meeting. The agenda is there already: open actions, continuing cases, new cases.",
                "Change the order and the minutes of each item. The page adds them up against the hour.",
                "Publish it. The members are told, and may begin their research.",
            ]
        )
        {
            Start = ("Meetings", "/Meetings"),
        },
        new(
            "sign-minutes",
            "Sign minutes",
            SignMinutes,
            [
                "Open the minutes from This week and read the whole text.",
                "Put right what is wrong first: a change after a signature voids it.",
                "Sign. A second person of the team signs the same text; only then can it be circulated.",
            ]
        )
        {
            Start = ("Minutes", "/Minutes"),
        },
        new(
            "circulate",
            "Circulate minutes",
            CirculateMinutes,
            [
                "After the second signature open the minutes and choose Circulate.",
                "Check for each person how they get them and why: read here, to a secure address, or as a locked file.",
                "Give the password of a locked file by telephone or in person, and record that you did.",
            ]
        )
        {
            Start = ("Minutes", "/Minutes"),
        },
        new(
            "members",
            "Add a member and who acts for it",
            ManageMembers,
            [
                "Open Members and add the organisation, service or class of agencies.",
                "Record on which basis it shares information. Until then meeting content is shut to it.",
                "Add the people who act for it. An administrator invites those who have no account.",
            ]
        )
        {
            Start = ("Members", "/Partnership/Members"),
        },
        .. OfThePlan,
        new(
            "invite",
            "Invite somebody",
            ManageAccounts,
            [
                "Open People, then Invite someone. Give them only the roles they need.",
                "Hand the link over yourself, by telephone or in person. It works once, for seven days.",
                "A member’s representative must also be added to the member. A coordinator does that.",
            ]
        )
        {
            Start = ("Invite someone", "/Admin/People/Invite"),
        },
        new(
            "unlock",
            "Somebody cannot sign in",
            ManageAccounts,
            [
                "Open their page under People. It says how far the account is.",
                "Locked for now: ask them whether it was they who tried, then unlock it.",
                "No telephone or no password: make a new link, after you have made sure whom you are speaking to.",
            ]
        )
        {
            Start = ("People", "/Admin/People"),
        },
        new(
            "mail",
            "Messages do not arrive",
            ManageAccounts,
            [
                "Open Mail. It says what waits and what the mail server answered.",
                "Send yourself a test message and do what the page says.",
            ]
        )
        {
            Start = ("Mail", "/Admin/Mail"),
            After = "Nothing that waits is lost.",
        },
        new(
            "wrong",
            "Something went wrong",
            null,
            [
                "You saw or sent something that was not meant for you or them: tell the team at once, by telephone. Do not forward it and do not delete it before you are told to.",
                "What is recorded is wrong: say so to the team. Nothing is overwritten without a trace, so it can be put right.",
                "A page says that there is a problem: go back and try again. If it happens again, tell somebody below and quote the reference.",
                "You were signed out while typing: sign in again. What you typed comes back.",
            ]
        )
        {
            IsInOrder = false,
        },
    ];
}
