using Actors.Grains.Couriers;

namespace Actors.Grains.Ports;

/// <summary>Makes attempts: the SMTP dialogue, outside of any grain turn.</summary>
public interface IDeliveries
{
    /// <summary>Returns at once. The outcome reaches the message (<c>Report</c>), then the slot its courier
    /// (<c>Finished</c>): outcomes not stored yet are never more than slots. A stopping process makes no attempt and
    /// tells nobody; the next one makes it.</summary>
    /// <param name="courier">Key of the courier that hands the attempt over.</param>
    /// <param name="site">The destination whose slot it uses.</param>
    void Start(DeliveryOrder order, string courier, string site);
}
