using BuildingQuota.Features.Notices.Letters;
using Microsoft.Extensions.DependencyInjection;

namespace BuildingQuota.Features.Notices;

/// <summary>Notices from draft to issued PDF.</summary>
public static class NoticesModule
{
    public static IServiceCollection AddNotices(this IServiceCollection services, NoticeSettings? settings = null) => services
        .AddSingleton(settings ?? new NoticeSettings())
        .AddSingleton<NoticeTemplates>().AddSingleton<NoticeLetter>()
        .AddScoped<NoticeCalendar>()
        .AddScoped<DraftNotices>().AddScoped<IssueNotice>().AddScoped<DiscardDraft>()
        .AddScoped<ReadNotice>().AddScoped<NoticePdfOf>();
}
