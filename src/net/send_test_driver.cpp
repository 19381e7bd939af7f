#include "net/send_test_driver.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <utility>

namespace yomikae {

std::string testMessageToken() {
    static constexpr char Digits[] = "0123456789abcdef";
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), static_cast<qsizetype>(random.size()));
    std::string token;
    for (quint32 word : random)
        for (int i = 0; i < 8; ++i, word >>= 4)
            token += Digits[word & 15u];
    return token;
}

SendTestDriver::SendTestDriver(SendTest test, RunSettings settings, Milliseconds proofTook, Memory memory,
                               QObject* parent)
    : QObject(parent), test_(std::move(test)), settings_(std::move(settings)), proofTook_(proofTook),
      memory_(std::move(memory)) {
    wake_.setSingleShot(true);
    connect(&wake_, &QTimer::timeout, this, &SendTestDriver::beginLeg);
}

void SendTestDriver::start() {
    clock_.start();
    goOn();
}

void SendTestDriver::goOn() {
    emit changed();
    if (const auto next = test_.nextAt())
        wake_.start(std::max(*next - now(), Milliseconds(0)));
    else if (test_.finished())
        QMetaObject::invokeMethod(this, &SendTestDriver::finished, Qt::QueuedConnection);
}

Milliseconds SendTestDriver::waitsFor() const {
    const auto next = test_.nextAt();
    return next ? std::max(*next - now(), Milliseconds(0)) : Milliseconds(0);
}

void SendTestDriver::beginLeg() {
    const SendTest::Leg leg = test_.begin(now());
    RunSettings settings = settings_;
    settings.errand = leg.errand;
    settings.refusedLogins = leg.refusedLogins;
    settings.deadline = leg.deadline;
    leg_ = std::make_unique<RunDriver>(leg.plan, std::move(settings), memory_ ? memory_() : nullptr);
    connect(leg_.get(), &RunDriver::finished, this, &SendTestDriver::legEnded);
    emit changed();
    leg_->start();
}

void SendTestDriver::legEnded() {
    test_.ended(leg_->report(), now());
    leg_.release()->deleteLater(); // it is the sender of this signal
    goOn();
}

void SendTestDriver::cancel() {
    if (test_.finished())
        return;
    test_.cancel();
    wake_.stop();
    if (leg_)
        leg_->cancel();
    else
        goOn();
}

bool SendTestDriver::removeNow() {
    if (!test_.removeNow(now()))
        return false;
    goOn();
    return true;
}

} // namespace yomikae
